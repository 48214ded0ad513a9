using RMF.Engine.Runs;
using RMF.Policy;

namespace RMF.Engine.Ports;

/// <summary>Finds a secret by the reference that stands in the policy. Thread-safe.</summary>
public interface ISecretSource
{
    Task<RunOutcome<Secret>> FindAsync(SecretReference reference, CancellationToken cancellationToken);
}
