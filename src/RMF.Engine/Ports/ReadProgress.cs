namespace RMF.Engine.Ports;

/// <summary>How far a reading is. <paramref name="Total"/> is 0 while it is not known.</summary>
public readonly record struct ReadProgress(string Site, string Activity, int Done, int Total);
