namespace RMF.Simulator.Store;

/// <summary>Names another object of the same site. Nobody promises that it exists.</summary>
internal sealed record Reference(string Resource, Guid Id);
