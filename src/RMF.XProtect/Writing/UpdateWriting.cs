using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>Brings one item to its wanted state by the ways that its binding names. Used once.</summary>
internal sealed class UpdateWriting(SiteSession session, TaskRunner tasks, ItemUpdate update, Binding binding)
{
    private readonly MirroredValue values = new(session.Parsing.Forms, binding);
    private int sent;

    private ItemKey Key => update.Desired.Key;

    private string Path => binding.Resource + "/" + Key.Id;

    public async Task<WriteResult> RunAsync(CancellationToken cancellationToken)
    {
        var byTask = update.Properties.Where(binding.Tasks.ContainsKey).ToList();
        var members = binding.Members is null ? null : update.Properties.FirstOrDefault(static p => p == MembershipWriting.Property);
        var byPatch = update.Properties.Where(p => !binding.Tasks.ContainsKey(p) && p != members && !AccessWriting.Handles(binding, p)).ToList();
        var byAccess = update.Properties.Where(p => AccessWriting.Handles(binding, p)).ToList();
        byte[]? patch;
        try
        {
            patch = byPatch.Count == 0 ? null : BodyOf(byPatch);
        }
        catch (UnwritableValueException exception)
        {
            return new WriteResult(WriteStatus.Failed, Unwritable(exception.Property, exception.Message), Key);
        }

        foreach (var property in byTask)
        {
            if (await RunTaskAsync(property, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return failure;
            }
        }

        foreach (var property in byAccess)
        {
            var (requests, failure) = await new AccessWriting(session, tasks, binding, update).RunAsync(property, cancellationToken).ConfigureAwait(false);
            sent += requests;
            if (failure is not null)
            {
                return Ended(failure.Error!, failure.MayHaveHappened);
            }
        }

        if (members is not null)
        {
            var (requests, failure) = await new MembershipWriting(session, binding, update).RunAsync(cancellationToken).ConfigureAwait(false);
            sent += requests;
            if (failure is not null)
            {
                return Ended(failure.Value.Error!, failure.Value.MayHaveHappened);
            }
        }

        if (patch is null)
        {
            return Confirmed();
        }

        if (binding.Write == WriteWay.StreamList && await MatchStreamCountAsync(cancellationToken).ConfigureAwait(false) is { } mismatch)
        {
            return mismatch;
        }

        sent++;
        var reply = await session.Gateway.SendAsync(new WireRequest(WireRequest.Patch, Path, string.Empty) { Body = patch }, cancellationToken).ConfigureAwait(false);
        reply.Answer?.Dispose();
        return reply.Error is { } error ? Ended(error, reply.MayHaveHappened) : Confirmed();
    }

    private byte[] BodyOf(List<string> properties) => JsonBody.Object(writer =>
    {
        if (binding.Unwrap is { } wrapper)
        {
            writer.WriteStartObject(wrapper);
        }

        foreach (var property in properties)
        {
            var desired = update.Desired.Properties[property] ?? throw new UnwritableValueException(property, $"'{property}' has no wanted value");
            if (binding.HasTiles && property == Tiles.Property)
            {
                Tiles.Write(writer, desired, session.Parsing.SiteId);
                continue;
            }

            writer.WritePropertyName(property);
            values.Write(writer, property, desired, update.Current.Properties[property], update.Desired.Definitions ?? update.Current.Definitions);
        }

        if (binding.Unwrap is not null)
        {
            writer.WriteEndObject();
        }
    });

    private async Task<WriteResult?> RunTaskAsync(string property, CancellationToken cancellationToken)
    {
        if (update.Desired.Properties[property] is not Reference { Target: var target } || BindingTable.Find(target.Kind) is not { } targetBinding)
        {
            return Ended(Unwritable(property, $"'{property}' points at something that is not known on this site"), false);
        }

        // Recordings stay where they are: moving them can take days and is not a matter of configuration.
        var body = JsonBody.Object(w =>
        {
            JsonBody.Link(w, "itemSelection", targetBinding.Resource, target.Id);
            w.WriteBoolean("moveData", false);
        });
        sent++;
        var end = await tasks.RunAsync(Path, binding.Tasks[property], body, [], changes: true, cancellationToken).ConfigureAwait(false);
        return end.Error is { } error ? Ended(error with { Property = error.Property ?? property }, end.MayHaveHappened) : null;
    }

    /// <summary>The list is written whole, but entries come and go by task only.</summary>
    private async Task<WriteResult?> MatchStreamCountAsync(CancellationToken cancellationToken)
    {
        var current = EntriesOf(update.Current);
        var desired = EntriesOf(update.Desired);
        for (var i = current.Count; i < desired.Count; i++)
        {
            if (await RunStreamTaskAsync("AddStream", JsonBody.Empty, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return failure;
            }
        }

        var wanted = new HashSet<string>(desired.Select(ReferenceOf), StringComparer.Ordinal);
        var surplus = current.Select(ReferenceOf).Where(r => r.Length > 0 && !wanted.Contains(r)).Take(Math.Max(0, current.Count - desired.Count));
        foreach (var reference in surplus)
        {
            if (await RunStreamTaskAsync("RemoveStream", JsonBody.Object(w => w.WriteString("itemSelection", reference)), cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    private async Task<WriteResult?> RunStreamTaskAsync(string task, byte[] body, CancellationToken cancellationToken)
    {
        sent++;
        var end = await tasks.RunAsync(Path, task, body, [], changes: true, cancellationToken).ConfigureAwait(false);
        return end.Error is { } error ? Ended(error, end.MayHaveHappened) : null;
    }

    private static IReadOnlyList<PropertyValue> EntriesOf(Item item) => item.Properties["stream"] is ListValue list ? list.Items : [];

    private static string ReferenceOf(PropertyValue entry) => entry is not GroupValue group ? string.Empty
        : group.Members["streamReferenceId"] is Reference reference ? reference.Target.Id.Substring(reference.Target.Id.IndexOf('/') + 1)
        : group.Members.TextOf("streamReferenceId") ?? string.Empty;

    private SiteError Unwritable(string property, string message)
        => session.Errors.Make(SiteErrorKind.BadRequest, $"update {Path}", $"{session.Site}: {Path} was not written: {message}.", "Plan again; what it points at must exist on this site first.") with { Property = property };

    private WriteResult Confirmed() => WriteResult.Confirmed(Key, sent);

    /// <summary>A refusal after an earlier step went through leaves the item between two states: that is read back like a lost answer.</summary>
    private WriteResult Ended(SiteError error, bool mayHaveHappened)
        => new(mayHaveHappened || sent > 1 ? WriteStatus.Unknown : WriteStatus.Failed, error, Key) { Requests = sent };
}
