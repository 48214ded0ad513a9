using System.Management.Automation;
using System.Net;
using System.Security;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Policy;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Sessions;

/// <summary>
/// Finds <c>{ secret: NAME }</c> in the vaults of Microsoft.PowerShell.SecretManagement, through the user's own Get-Secret,
/// so that its vaults, prompts and rules are the user's. The module is used where it is installed; this one does not bring it.
/// </summary>
internal sealed class VaultSecretSource : ISecretSource
{
    private const string Command = "Get-Secret";

    private readonly AsyncRmfCmdlet cmdlet;

    public VaultSecretSource(AsyncRmfCmdlet cmdlet) => this.cmdlet = cmdlet;

    public Task<RunOutcome<Secret>> FindAsync(SecretReference reference, CancellationToken cancellationToken) =>
        Task.FromResult(cmdlet.OnPipeline(() => Find(reference.Name)));

    private RunOutcome<Secret> Find(string name)
    {
        if (cmdlet.InvokeCommand.GetCommand(Command, CommandTypes.Cmdlet | CommandTypes.Function) is not { } command)
        {
            return new RunFailure(
                "RMF2006",
                $"The secret '{name}' is in a vault, and there is no {Command} here.",
                "Install Microsoft.PowerShell.SecretManagement and a vault, or give password: { environment: NAME } in the policy.");
        }

        try
        {
            var found = cmdlet.InvokeCommand.InvokeScript("param($command, $name) & $command -Name $name -ErrorAction Stop", command, name);
            return found.Count == 1 && TextOf(found[0].BaseObject) is { Length: > 0 } text
                ? new Secret(text)
                : new RunFailure("RMF2021", $"The secret '{name}' holds no password.", "Store a string, a secure string or a credential under that name with Set-Secret.");
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            return new RunFailure("RMF2022", $"The secret '{name}' was not found: {exception.Message}", $"Store it with Set-Secret -Name {name}, or unlock its vault.");
        }
    }

    private static string? TextOf(object value) => value switch
    {
        string text => text,
        SecureString secure => new NetworkCredential("", secure).Password,
        PSCredential credential => credential.GetNetworkCredential().Password,
        _ => null,
    };
}
