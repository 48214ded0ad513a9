using System.Diagnostics;
using System.Management.Automation;
using System.Net;
using System.Security;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Passwords;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>
/// Changes a device's password once on the device, and what the recording servers of both sides log in with. When one side cannot be
/// written the result says so, and running it again finishes.
/// </summary>
[Cmdlet(VerbsCommon.Set, "RmfHardwarePassword", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByPassword)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SetRmfHardwarePassword : RunCmdlet
{
    private const string ByPassword = "Password";
    private const string ByCredential = "Credential";

    private readonly Selection wanted = new("Hardware");

    /// <summary>Devices of either side: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Hardware")]
    [ArgumentCompleter(typeof(HardwareCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Hardware { get; set; } = [];

    /// <summary>The new password.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByPassword)]
    [ValidateNotNull]
    public SecureString Password { get; set; } = null!;

    /// <summary>The new password with the user name that the recording servers log in with; a device with another user name is left alone.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCredential)]
    [ValidateNotNull]
    [Credential]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>The device has the password already: only what the recording servers hold is changed.</summary>
    [Parameter]
    public SwitchParameter RecorderOnly { get; set; }

    /// <summary>Does not ask, whatever the preference says; -Confirm asks all the same.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private bool Asks => !Force || MyInvocation.BoundParameters.ContainsKey("WhatIf") || (MyInvocation.BoundParameters.TryGetValue("Confirm", out var bound) && LanguagePrimitives.IsTrue(bound));

    /// <inheritdoc/>
    protected override void ProcessRecord() => wanted.Add(Hardware);

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (wanted.IsEverything)
        {
            Tell("Nothing was asked for.");
            return;
        }

        var password = new Secret(ParameterSetName == ByCredential ? Credential.GetNetworkCredential().Password : new NetworkCredential(string.Empty, Password).Password);
        if (password.IsSameAs(new Secret(string.Empty)))
        {
            ThrowTerminatingError(RmfErrorRecord.Create("PasswordEmpty", ErrorCategory.InvalidArgument, "The new password is empty.", "Give a password that the devices accept.", null));
        }

        using var events = new CmdletEvents(this, "Changing passwords");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        var passwords = new HardwarePasswords(sites);
        foreach (var holders in Devices(run))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ChangeAsync(run, passwords, holders, password, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The devices that are meant, each with those who hold its password: the source's first. An error for each that is not there.</summary>
    private List<IReadOnlyList<Item>> Devices(PreparedRun run)
    {
        var input = run.Context.Input;
        var devices = new List<IReadOnlyList<Item>>();
        foreach (var item in input.View(run.Context.Source).OfKind(ItemKind.Hardware))
        {
            var pair = input.Pairs.Find(run.Context.Source, item.Key);
            var other = pair is null ? null : run.Context.Source == Side.Primary ? pair.Secondary : pair.Primary;
            if (wanted.Includes(item.Name, item.Key.Id) | (other is not null && wanted.Includes(other.Name, other.Key.Id)))
            {
                devices.Add(other is null ? [item] : [item, other]);
            }
        }

        var orphans = input.View(run.Context.Target).OfKind(ItemKind.Hardware).Where(h => input.Pairs.Find(run.Context.Target, h.Key) is null);
        devices.AddRange(orphans.Where(h => wanted.Includes(h.Name, h.Key.Id)).Select(h => (IReadOnlyList<Item>)[h]));
        foreach (var error in wanted.Missing(input.Primary.OfKind(ItemKind.Hardware).Concat(input.Secondary.OfKind(ItemKind.Hardware)).Select(h => h.Name)))
        {
            WriteError(error);
        }

        return devices;
    }

    private async Task ChangeAsync(PreparedRun run, HardwarePasswords passwords, IReadOnlyList<Item> devices, Secret password, CancellationToken cancellationToken)
    {
        var user = ParameterSetName == ByCredential ? Credential.UserName : UserOf(devices[0]);
        var holders = devices.Where(d => string.Equals(UserOf(d), user, StringComparison.Ordinal)).ToList();
        foreach (var stranger in devices.Except(holders))
        {
            WriteObject(Result(stranger, new PasswordResult(stranger, ChangeStatus.Skipped, $"it logs in as '{UserOf(stranger)}', not as '{user}'"), TimeSpan.Zero));
        }

        var name = devices[0].Name;
        var where = string.Join(" and ", holders.Select(h => h.Key.Site));
        if (holders.Count == 0 || (Asks && !ShouldProcess($"{name} ({where})", RecorderOnly ? $"Change the password of '{user}' that the recording servers hold" : $"Change the password of '{user}' on the device and on the recording servers")))
        {
            return;
        }

        if (HardwareCredentials.Match(run.Policy, devices[0], run.Context.Input.View(Side.Primary).Find(devices[0].Key) is null ? run.Context.Input.Secondary : run.Context.Input.Primary) is not null)
        {
            WriteWarning($"The policy's hardwareCredentials name a secret for '{name}': store the new password there too.");
        }

        var clock = Stopwatch.StartNew();
        foreach (var result in await passwords.ChangeAsync(holders, password, !RecorderOnly, cancellationToken).ConfigureAwait(false))
        {
            var shown = Result(result.Hardware, result, clock.Elapsed);
            WriteObject(shown);
            if (result.Status is not (ChangeStatus.Verified or ChangeStatus.Unverifiable or ChangeStatus.Skipped))
            {
                var message = $"The password of '{name}' on site {result.Hardware.Key.Site}: {result.Status}. {result.Reason}.";
                WriteError(result.IsLockedOut
                    ? RmfErrorRecord.Create("PasswordNotFollowed", ErrorCategory.WriteError, message, $"Until then the recording server of {result.Hardware.Key.Site} cannot log in to the device. Run the same command again: it writes only what is missing.", shown)
                    : RmfErrorRecord.OfStatus(result.Status, message, "Check that the device can be reached and that the site holds its present password (-RecorderOnly corrects that), then run it again.", shown));
            }
        }
    }

    private static string UserOf(Item hardware) => hardware.Properties.TextOf("userName") ?? string.Empty;

    private static RmfChangeResult Result(Item hardware, PasswordResult result, TimeSpan duration) => new()
    {
        Time = DateTime.Now,
        Site = hardware.Key.Site,
        Kind = nameof(ItemKind.Hardware),
        Name = hardware.Name,
        Action = result.Wrote ? "Password" : "None",
        Status = result.Status.ToString(),
        Reason = result.Reason,
        Duration = duration,
    };
}
