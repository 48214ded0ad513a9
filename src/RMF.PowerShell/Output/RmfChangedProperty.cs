namespace RMF.PowerShell;

/// <summary>One value that a change touches.</summary>
public sealed class RmfChangedProperty
{
    /// <summary>Where it stands inside the object, e.g. <c>stream[Video stream 1].FPS</c>.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The target's value; null = absent.</summary>
    public string? Before { get; internal init; }

    /// <summary>The value to write; null = it goes.</summary>
    public string? After { get; internal init; }

    /// <summary>What both sides agreed on last; null = nothing remembered.</summary>
    public string? Base { get; internal init; }

    /// <summary>Why.</summary>
    public string Reason { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Before ?? "(absent)"} -> {After ?? "(absent)"}";
}
