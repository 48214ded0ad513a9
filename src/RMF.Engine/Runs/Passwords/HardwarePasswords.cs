using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Passwords;

/// <summary>
/// Changes the password of a device that several recording servers log in to: once on the device, by one site, and then what the other
/// sites hold. Running it again finishes what was left half done: a site that holds the new password shows that the device has it.
/// Thread-safe.
/// </summary>
public sealed class HardwarePasswords
{
    private readonly SiteSet sites;

    public HardwarePasswords(SiteSet sites) => this.sites = sites;

    /// <summary>One result for each holder, in their order.</summary>
    /// <param name="holders">The same device on each site that knows it; the first one changes the device where it can. All log in with one user name.</param>
    /// <param name="password">The new one.</param>
    /// <param name="onDevice">False: the device has it already, only what the sites hold is changed.</param>
    /// <param name="cancellationToken">Is not looked at any more once the device has the new password: the other sites must follow.</param>
    public async Task<IReadOnlyList<PasswordResult>> ChangeAsync(IReadOnlyList<Item> holders, Secret password, bool onDevice, CancellationToken cancellationToken)
    {
        var results = new PasswordResult?[holders.Count];
        for (var i = 0; i < holders.Count; i++)
        {
            if (await HoldsAsync(holders[i], password, cancellationToken).ConfigureAwait(false) == true)
            {
                results[i] = new PasswordResult(holders[i], ChangeStatus.Verified, "holds it already");
            }
        }

        if (onDevice && Array.TrueForAll(results, r => r is null) && !await ChangeDeviceAsync(holders, password, results, cancellationToken).ConfigureAwait(false))
        {
            return results!;
        }

        for (var i = 0; i < holders.Count; i++)
        {
            results[i] ??= await FollowAsync(holders[i], password, CancellationToken.None).ConfigureAwait(false);
        }

        return results!;
    }

    /// <summary>True when one site changed the device: its result is set, the others are open. False: all results are set.</summary>
    private async Task<bool> ChangeDeviceAsync(IReadOnlyList<Item> holders, Secret password, PasswordResult?[] results, CancellationToken cancellationToken)
    {
        var refusals = new PasswordResult?[holders.Count];
        for (var i = 0; i < holders.Count; i++)
        {
            var holder = holders[i];
            var write = await sites[holder.Key.Site].Writer.ChangeHardwarePasswordAsync(holder.Key, password, onDevice: true, cancellationToken).ConfigureAwait(false);
            if (write.Status is WriteStatus.Failed or WriteStatus.Unsupported)
            {
                refusals[i] = new PasswordResult(holder, ChangeStatus.Failed, $"nothing was changed: {write.Error}");
                continue;
            }

            var holds = await HoldsAsync(holder, password, CancellationToken.None).ConfigureAwait(false);
            if (holds == true || write.Status == WriteStatus.Confirmed)
            {
                results[i] = Written(holder, holds);
                return true;
            }

            // The answer was lost. Nothing is tried by another site: the device may have either password now.
            for (var k = 0; k < holders.Count; k++)
            {
                results[k] = k == i
                    ? new PasswordResult(holder, ChangeStatus.Unknown, $"it is not known whether the device has the new password: {write.Error}") { Wrote = true }
                    : new PasswordResult(holders[k], ChangeStatus.Skipped, "it is not known whether the device has the new password");
            }

            return false;
        }

        refusals.CopyTo(results, 0);
        return false;
    }

    private async Task<PasswordResult> FollowAsync(Item holder, Secret password, CancellationToken cancellationToken)
    {
        var write = await sites[holder.Key.Site].Writer.ChangeHardwarePasswordAsync(holder.Key, password, onDevice: false, cancellationToken).ConfigureAwait(false);
        var holds = write.Status is WriteStatus.Failed or WriteStatus.Unsupported ? false : await HoldsAsync(holder, password, cancellationToken).ConfigureAwait(false);
        if (holds == true || (holds is null && write.Status == WriteStatus.Confirmed))
        {
            return Written(holder, holds);
        }

        var wrote = write.Status is WriteStatus.Confirmed or WriteStatus.Unknown;
        return new PasswordResult(
            holder,
            write.Status == WriteStatus.Unknown && holds is null ? ChangeStatus.Unknown : wrote && write.Error is null ? ChangeStatus.Diverged : ChangeStatus.Failed,
            $"the device has the new password and site {holder.Key.Site} does not hold it{(write.Error is { } error ? ": " + error : string.Empty)}; run it again and only this site is written")
        {
            Wrote = wrote,
            IsLockedOut = true,
        };
    }

    private static PasswordResult Written(Item holder, bool? holds) => holds switch
    {
        true => new PasswordResult(holder, ChangeStatus.Verified, null) { Wrote = true },
        null => new PasswordResult(holder, ChangeStatus.Unverifiable, "written; the site does not let passwords be read") { Wrote = true },
        _ => new PasswordResult(holder, ChangeStatus.Diverged, "the site confirmed it and holds another one") { Wrote = true, IsLockedOut = true },
    };

    /// <summary>Whether the site holds the password; null when it does not let it be read.</summary>
    private async Task<bool?> HoldsAsync(Item holder, Secret password, CancellationToken cancellationToken)
    {
        var read = await sites[holder.Key.Site].Writer.ReadHardwarePasswordAsync(holder.Key, cancellationToken).ConfigureAwait(false);
        return read.TryGet(out var held) ? held.IsSameAs(password) : null;
    }
}
