using System.Net.Http;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>Adds and removes a group's members, one request each: the interface has no other way. Used once.</summary>
internal sealed class MembershipWriting(SiteSession session, Binding binding, ItemUpdate update)
{
    /// <summary>The property that holds a group's members.</summary>
    public const string Property = "members";

    private readonly Binding memberBinding = BindingTable.Find(binding.Members!.Value)!;

    /// <summary>How many requests were sent, and the reply that ended it early; null when all went through.</summary>
    public async Task<(int Requests, Reply? Failure)> RunAsync(CancellationToken cancellationToken)
    {
        var before = MembersOf(update.Current);
        var after = MembersOf(update.Desired);
        var path = $"{binding.Resource}/{update.Desired.Key.Id}/{memberBinding.Resource}";
        var requests = after.Except(before, StringComparer.Ordinal).Select(id => (Id: id, Request: Add(path, id)))
            .Concat(before.Except(after, StringComparer.Ordinal).Select(id => (Id: id, Request: new WireRequest(HttpMethod.Delete, $"{path}/{id}", string.Empty))));
        var sent = 0;
        foreach (var (id, request) in requests)
        {
            sent++;
            var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
            reply.Answer?.Dispose();
            if (reply.Error is not null && !(request.Method == HttpMethod.Post && await IsMemberAsync(path, id, cancellationToken).ConfigureAwait(false)))
            {
                return (sent, reply);
            }
        }

        return (sent, null);
    }

    /// <summary>A member that was disabled when the group was read did not show in it; adding it again is refused.</summary>
    private async Task<bool> IsMemberAsync(string path, string id, CancellationToken cancellationToken)
    {
        var reply = await session.Gateway.SendAsync(WireRequest.Get($"{path}/{id}"), cancellationToken).ConfigureAwait(false);
        reply.Answer?.Dispose();
        return reply.Error is null;
    }

    private WireRequest Add(string path, string id) => new(HttpMethod.Post, path, string.Empty)
    {
        Body = JsonBody.Object(w =>
        {
            w.WriteString("type", memberBinding.Resource);
            w.WriteString("id", id);
        }),
    };

    private static List<string> MembersOf(Item item)
        => item.Properties[Property] is ListValue list ? list.Items.OfType<Reference>().Select(r => r.Target.Id).ToList() : [];
}
