using System.Net.Http;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Reading;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>Makes one item by POST to its collection. Used once.</summary>
internal sealed class ItemCreating(SiteSession session, ItemCreation creation)
{
    public async Task<WriteResult> RunAsync(CancellationToken cancellationToken)
    {
        if (BindingTable.Find(creation.Kind) is not { CanCreate: true } binding
            || (creation.Parent is { } above && above.Kind == creation.Kind && !(session.MakesBelow.TryGetValue(creation.Kind, out var makes) && makes)))
        {
            return new WriteResult(WriteStatus.Unsupported, session.Errors.Make(SiteErrorKind.NotSupported, $"create {creation.Kind}", $"{session.Site}: XProtect's API cannot make this {creation.Kind}."));
        }

        var path = creation.Parent is { } parent ? $"{BindingTable.Find(parent.Kind)!.Resource}/{parent.Id}/{binding.Resource}" : binding.Resource;
        if (await WhyNotAsync(binding, path, cancellationToken).ConfigureAwait(false) is { } whyNot)
        {
            return new WriteResult(WriteStatus.Failed, whyNot);
        }

        var values = new MirroredValue(session.Parsing.Forms, binding);
        byte[] body;
        try
        {
            body = JsonBody.Object(w =>
            {
                foreach (var property in creation.Properties)
                {
                    w.WritePropertyName(property.Key);
                    values.Write(w, property.Key, property.Value, null, null);
                }
            });
        }
        catch (UnwritableValueException exception)
        {
            return new WriteResult(WriteStatus.Failed, session.Errors.Make(SiteErrorKind.BadRequest, $"create {path}", $"{session.Site}: {exception.Message}."));
        }

        var request = new WireRequest(HttpMethod.Post, path, string.Empty) { Body = body };
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return new WriteResult(reply.MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, reply.Error) { Requests = 1 };
        }

        using (answer)
        {
            var id = CreatedId.In(answer);
            if (id is not null && creation.Kind == ItemKind.Role)
            {
                session.Roles[id] = creation.Properties.TextOf("name") ?? string.Empty;
            }

            if (id is not null)
            {
                await BelowProbe.AskAsync(session, binding, id, cancellationToken).ConfigureAwait(false);
            }

            return id is not null
                ? WriteResult.Confirmed(new ItemKey(session.Site, creation.Kind, id))
                : new WriteResult(WriteStatus.Unknown, session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without the id of what was made")) { Requests = 1 };
        }
    }

    /// <summary>A list that came empty, or an answer that was lost before, hides what is there already: made blindly it would stand twice.</summary>
    private async Task<SiteError?> WhyNotAsync(Binding binding, string path, CancellationToken cancellationToken)
    {
        var name = creation.Properties.TextOf("name");
        var there = await new CollectionReader(session).ReadItemsAsync(binding, path, static () => new Query(), null, cancellationToken).ConfigureAwait(false);
        if (!there.IsWhole)
        {
            return there.Error ?? session.Errors.Make(SiteErrorKind.UnexpectedAnswer, $"create {path}", $"{session.Site}: '{name}' is not made, because it is not known what is there: {there.Doubt}.");
        }

        return there.Items.Exists(i => string.Equals(i.Item.Name, name, StringComparison.OrdinalIgnoreCase))
            ? session.Errors.Make(SiteErrorKind.AlreadyExists, $"create {path}", $"{session.Site}: '{name}' is there already, and the list that the plan was made from did not show it. The next run pairs the two.")
            : null;
    }
}
