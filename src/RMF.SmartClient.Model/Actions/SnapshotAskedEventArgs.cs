using RMF.Core.Inventory;

namespace RMF.SmartClient.Model.Actions;

/// <summary>A picture was taken and is to be written: the view asks the operator where.</summary>
public sealed class SnapshotAskedEventArgs(string suggestedName, Side side, DateTimeOffset time, ReadOnlyMemory<byte> jpeg) : EventArgs
{
    /// <summary>A file name without a folder, at most 120 characters, valid on every system.</summary>
    public string SuggestedName { get; } = suggestedName;

    /// <summary>The side that gave it.</summary>
    public Side Side { get; } = side;

    /// <summary>When it was taken, UTC.</summary>
    public DateTimeOffset Time { get; } = time;

    /// <summary>The JPEG file, for a preview.</summary>
    public ReadOnlyMemory<byte> Jpeg { get; } = jpeg;

    /// <summary>Where it is to be written, a full path; null = not at all. Set by the view.</summary>
    public string? Path { get; set; }
}
