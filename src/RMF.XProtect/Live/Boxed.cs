using RMF.Engine.Ports;

namespace RMF.XProtect.Live;

/// <summary>An outcome that can be missing.</summary>
internal sealed class Boxed<T>(Outcome<T> outcome)
{
    public Outcome<T> Outcome { get; } = outcome;
}
