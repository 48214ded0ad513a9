namespace RMF.Simulator.Evidence;

/// <summary>One evidence lock of a site. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Devices">Whose recordings it holds.</param>
/// <param name="Time">Which recordings of them.</param>
/// <param name="Created">When it was made.</param>
internal sealed record EvidenceLock(Guid Id, string Name, IReadOnlyList<Guid> Devices, RecordedSequence Time, DateTimeOffset Created);
