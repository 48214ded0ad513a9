namespace RMF.Simulator.Soap;

/// <summary>The kinds of sequences that a recorder knows. Nothing moves before a simulated camera, so the kind of motion is always empty.</summary>
internal static class SequenceType
{
    public static readonly Guid Recording = new("f9c62604-d0c5-4050-ae25-72de51639b14");
    public static readonly Guid RecordingWithTrigger = new("0601d294-b7e5-4d93-9614-9658561ad5e4");
    public static readonly Guid Motion = new("53cb5e33-2183-44bd-9491-8364d2457480");

    public static IReadOnlyList<Guid> All { get; } = [Recording, RecordingWithTrigger, Motion];
}
