using RMF.Core.Inventory;

namespace RMF.XProtect.Reading;

/// <summary>One request of a snapshot for one device's part.</summary>
/// <param name="Reading">The kind it belongs to.</param>
/// <param name="Owner">The device.</param>
/// <param name="WithDefinitions">True for the first device of a model.</param>
internal sealed record PartJob(KindReading Reading, Item Owner, bool WithDefinitions)
{
    /// <summary>The recording server that the device hangs on; null = not known.</summary>
    public ItemKey? Recorder { get; init; }
}
