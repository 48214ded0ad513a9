namespace RMF.Policy;

/// <summary>Maps one camera to a secondary recorder, in <see cref="PairingMode.Manual"/>.</summary>
public sealed record CameraMapping
{
    /// <summary>The primary camera's name. Required in the file.</summary>
    public string Camera { get; init; } = "";

    /// <summary>A labelled secondary. Required in the file.</summary>
    public RecorderName Secondary { get; init; }
}
