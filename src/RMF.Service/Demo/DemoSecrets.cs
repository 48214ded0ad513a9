using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Policy;

namespace RMF.Service.Demo;

/// <summary>The simulated sites' passwords, by the names that the example policy gives their environment variables.</summary>
internal sealed class DemoSecrets(IReadOnlyDictionary<string, string> passwords) : ISecretSource
{
    public Task<RunOutcome<Secret>> FindAsync(SecretReference reference, CancellationToken cancellationToken)
        => Task.FromResult<RunOutcome<Secret>>(passwords.TryGetValue(reference.Name, out var password)
            ? new Secret(password)
            : new RunFailure("RMF2007", $"the demo has no secret '{reference.Name}'.", "Use examples/policies/harbour.yaml."));
}
