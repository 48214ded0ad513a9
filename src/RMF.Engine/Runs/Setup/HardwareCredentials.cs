using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Engine.Ports;
using RMF.Policy;

namespace RMF.Engine.Runs.Setup;

/// <summary>Device accounts: the policy's where one matches, else what the source site holds. Thread-safe.</summary>
public sealed class HardwareCredentials : IHardwareCredentials
{
    private readonly RedundancyPolicy policy;
    private readonly ISecretSource secrets;
    private readonly SiteSet sites;
    private readonly SideView source;
    private readonly Lazy<ILookup<ItemKey, string>> groups;

    /// <param name="source">The side whose devices are added elsewhere: selectors look at its recording servers and groups.</param>
    public HardwareCredentials(RedundancyPolicy policy, ISecretSource secrets, SiteSet sites, SideView source)
    {
        this.source = source;
        groups = new Lazy<ILookup<ItemKey, string>>(() => CameraGroupPaths.Of(source));
        this.policy = policy;
        this.secrets = secrets;
        this.sites = sites;
    }

    /// <summary>The account that the policy names for a device; null when it names none.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="hardware">The device.</param>
    /// <param name="view">The side that holds it.</param>
    public static HardwareCredential? Match(RedundancyPolicy policy, Item hardware, SideView view) => Match(policy, hardware, view, CameraGroupPaths.Of(view));

    /// <summary>A device is in the groups of its cameras.</summary>
    private static HardwareCredential? Match(RedundancyPolicy policy, Item hardware, SideView view, ILookup<ItemKey, string> groups)
    {
        var subject = new SelectorSubject
        {
            Name = hardware.Name,
            GroupPaths = view.ChildrenOf(hardware.Key, ItemKind.Camera).SelectMany(c => groups[c.Key]).Distinct(StringComparer.Ordinal).ToList(),
            Recorder = view.RecorderOf(hardware.Key) is { } recorder ? recorder.Key.Site + "/" + recorder.Name : null,
            Address = DeviceAddress.Parse(hardware.Properties.TextOf("address"))?.Host,
            Model = hardware.Properties.TextOf("model"),
        };
        return policy.HardwareCredentials.FirstOrDefault(c => c.Match.Matches(subject));
    }

    public async Task<RunOutcome<DeviceAccount>> FindAsync(Item sourceHardware, CancellationToken cancellationToken)
    {
        if (Match(policy, sourceHardware, source, groups.Value) is { } match)
        {
            var found = await secrets.FindAsync(match.Password, cancellationToken).ConfigureAwait(false);
            return found.TryGet(out var password, out var failure) ? new DeviceAccount(match.User, password) : failure;
        }

        var read = await sites[sourceHardware.Key.Site].Writer.ReadHardwarePasswordAsync(sourceHardware.Key, cancellationToken).ConfigureAwait(false);
        return read.TryGet(out var secret)
            ? new DeviceAccount(sourceHardware.Properties.TextOf("userName") ?? string.Empty, secret)
            : new RunFailure(
                "RMF2008",
                $"the password of '{sourceHardware.Name}' cannot be read from site {sourceHardware.Key.Site}: {read.Error}",
                "Give the account the permission to read hardware passwords, or name the device in the policy's hardwareCredentials.",
                read.Error);
    }
}
