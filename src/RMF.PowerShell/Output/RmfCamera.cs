namespace RMF.PowerShell;

/// <summary>A camera: both of its recordings in one object.</summary>
public sealed class RmfCamera
{
    /// <summary>Its name on the primary side, else on the secondary.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The id of its primary item, else of its secondary.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The device it is a channel of.</summary>
    public string Hardware { get; internal init; } = "";

    /// <summary>Host, and port where it is not 80.</summary>
    public string Address { get; internal init; } = "";

    /// <summary>The device's channel, from 0.</summary>
    public int Channel { get; internal init; }

    /// <summary>Whether it is recorded twice.</summary>
    public bool Protected { get; internal init; }

    /// <summary>The primary recording server; empty when there is none.</summary>
    public string PrimaryRecorder { get; internal init; } = "";

    /// <summary>The secondary recording server; empty when there is none.</summary>
    public string SecondaryRecorder { get; internal init; } = "";

    /// <summary>The name on the secondary side.</summary>
    public string SecondaryName { get; internal init; } = "";

    /// <summary>Its id on the secondary side.</summary>
    public string SecondaryId { get; internal init; } = "";

    /// <summary>Whether the primary item is enabled.</summary>
    public bool Enabled { get; internal init; }

    /// <summary>The groups it is in on the primary side.</summary>
    public IReadOnlyList<string> Groups { get; internal init; } = [];

    /// <summary>Why it is not protected; empty when it is.</summary>
    public string Reason { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Camera;
}
