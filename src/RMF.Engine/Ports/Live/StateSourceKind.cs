namespace RMF.Engine.Ports;

/// <summary>What a state is of.</summary>
public enum StateSourceKind
{
    Camera,
    Hardware,
    Recorder,
}
