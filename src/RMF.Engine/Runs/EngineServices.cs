using RMF.Engine.Events;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs;

/// <summary>What the engine gets from its host. Immutable.</summary>
public sealed record EngineServices
{
    /// <summary>The clock; hosts hand in the system's, tests a manual one.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes ids of plans and lineages.</summary>
    public required Func<Guid> NewId { get; init; }

    /// <summary>Makes the key of fingerprints: cryptographically random bytes of the asked length.</summary>
    public required Func<int, byte[]> NewKey { get; init; }

    public required ISecretSource Secrets { get; init; }

    public IRunEvents Events { get; init; } = NoEvents.Instance;
}
