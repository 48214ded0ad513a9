namespace RMF.Simulator.Updates;

/// <summary>Something to do to an object once its whole request has been found good.</summary>
internal delegate void Change();
