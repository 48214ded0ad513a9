namespace RMF.Engine.Runs.Streams;

/// <summary>What became of the choice on one camera of one site.</summary>
/// <param name="Table">As it is now, where it could be read back; else as it was.</param>
public sealed record StreamResult(StreamTable Table, ChangeStatus Status, string? Reason);
