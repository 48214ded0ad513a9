using RMF.Engine.Ports;
using RMF.Policy;

namespace RMF.Engine.Runs.Setup;

/// <summary>Reads secrets from environment variables; hands references to a secret store on to the next source.</summary>
public sealed class EnvironmentSecretSource : ISecretSource
{
    private readonly ISecretSource? store;

    /// <param name="store">Who knows <c>{ secret: NAME }</c>; null = nobody here.</param>
    public EnvironmentSecretSource(ISecretSource? store = null) => this.store = store;

    public Task<RunOutcome<Secret>> FindAsync(SecretReference reference, CancellationToken cancellationToken)
    {
        if (reference.Store != SecretStore.Environment)
        {
            return store?.FindAsync(reference, cancellationToken) ?? Task.FromResult<RunOutcome<Secret>>(new RunFailure(
                "RMF2006",
                $"the secret '{reference.Name}' is in a secret store, and there is none here.",
                "Run in PowerShell with Microsoft.PowerShell.SecretManagement, or give password: { environment: NAME }."));
        }

        var value = Environment.GetEnvironmentVariable(reference.Name);
        return Task.FromResult<RunOutcome<Secret>>(string.IsNullOrEmpty(value)
            ? new RunFailure("RMF2007", $"the environment variable {reference.Name} is not set.", $"Set {reference.Name} for this process to the password, or change the policy's credential.")
            : new Secret(value!));
    }
}
