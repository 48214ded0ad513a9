using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Where cmdlets take secrets from: environment variables, and SecretManagement's vaults.</summary>
internal static class SecretSources
{
    public static ISecretSource SecretSource(this AsyncRmfCmdlet cmdlet) => new EnvironmentSecretSource(new VaultSecretSource(cmdlet));
}
