using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Policy;

namespace RMF.Simulation.Tests.Lab;

/// <summary>Secrets by name.</summary>
internal sealed class NamedSecrets(IReadOnlyList<(string Name, string Value)> secrets) : ISecretSource
{
    public Task<RunOutcome<Secret>> FindAsync(SecretReference reference, CancellationToken cancellationToken)
        => Task.FromResult<RunOutcome<Secret>>(secrets.FirstOrDefault(s => s.Name == reference.Name).Value is { } value
            ? new Secret(value)
            : new RunFailure("RMF2007", $"no secret '{reference.Name}'.", "Look at the test."));
}
