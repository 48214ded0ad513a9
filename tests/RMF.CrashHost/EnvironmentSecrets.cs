using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Policy;

namespace RMF.CrashHost;

/// <summary>Each secret is the environment variable of its name.</summary>
internal sealed class EnvironmentSecrets : ISecretSource
{
    public Task<RunOutcome<Secret>> FindAsync(SecretReference reference, CancellationToken cancellationToken)
        => Task.FromResult<RunOutcome<Secret>>(Environment.GetEnvironmentVariable(reference.Name) is { Length: > 0 } value
            ? new Secret(value)
            : new RunFailure("RMF2007", $"no secret '{reference.Name}'.", "Look at the test."));
}
