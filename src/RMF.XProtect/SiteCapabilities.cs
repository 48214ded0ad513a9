using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Tasks;

namespace RMF.XProtect;

/// <summary>What a server gives, by asking each collection for one object at log-in; parts of devices show when they are first read. Thread-safe.</summary>
internal sealed class SiteCapabilities(SiteSession session, string version) : ISiteCapabilities
{
    public string? WhyNot(ItemKind kind)
    {
        if (BindingTable.Find(kind) is not { } binding)
        {
            return "This adapter has no binding for it.";
        }

        if (session.Refused.TryGetValue(kind, out var refusal))
        {
            return refusal;
        }

        foreach (var owner in binding.Owners)
        {
            if (binding.Owners.Count == 1 && WhyNot(owner) is { } above)
            {
                return above;
            }
        }

        return Version.TryParse(version, out var server) && server < binding.FirstVersion ? $"XProtect has it from version {binding.FirstVersion} on; this is {version}." : null;
    }

    public string? WhyNotBelow(ItemKind kind)
    {
        if (BindingTable.Find(kind) is not { Way: ReadWay.Groups } binding)
        {
            return null;
        }

        return !session.MakesBelow.TryGetValue(kind, out var makes)
            ? $"{session.Site} had no entry of {binding.Resource} yet, so that it could not be asked whether it makes one below another; the next run asks"
            : makes ? null
            : $"the server of {session.Site} offers no request that makes an entry of {binding.Resource} below another one; make it in the Management Client, the next run fills it";
    }

    public async Task<Outcome<bool>> HasTaskAsync(ItemKey item, string task, CancellationToken cancellationToken)
    {
        if (BindingTable.Find(item.Kind) is not { Resource.Length: > 0 } binding)
        {
            return false;
        }

        return await TaskList.HasAsync(session, $"{binding.Resource}/{item.Id}", task, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks each global collection for one object, all at once.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
        => await Task.WhenAll(BindingTable.All.Where(static b => b.Way is ReadWay.Bulk or ReadWay.Groups).Select(b => ProbeAsync(b, cancellationToken)).ToArray()).ConfigureAwait(false);

    private async Task ProbeAsync(Binding binding, CancellationToken cancellationToken)
    {
        var reply = await session.Gateway.SendAsync(WireRequest.Get(binding.Resource, new Query().Page(0, 1).ToString()), cancellationToken).ConfigureAwait(false);
        var first = reply.Answer is { } answer ? BelowProbe.FirstId(answer) : null;
        reply.Answer?.Dispose();
        if (first is not null)
        {
            await BelowProbe.AskAsync(session, binding, first, cancellationToken).ConfigureAwait(false);
        }

        if (reply.Error is { } error && !session.NoteUnknownResource(binding.Kind, error) && error.Kind is SiteErrorKind.Forbidden or SiteErrorKind.NotSupported)
        {
            session.Refused[binding.Kind] = error.ToString();
        }
    }
}
