using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>Adds a device to a recording server: look first, then the task, then find out what it made. Used once.</summary>
internal sealed class HardwareAdding(SiteSession session, TaskRunner tasks, HardwareCreation creation)
{
    /// <summary>When to look for hardware whose adding ended without an answer, in seconds after the loss: a recording server takes a moment to show it.</summary>
    private static readonly int[] LooksAfterLoss = [1, 3, 6];

    private readonly HardwareLookup lookup = new(session);

    public async Task<WriteResult> RunAsync(CancellationToken cancellationToken)
    {
        var existing = await lookup.FindAsync(creation.Recorder, creation.Address, thoroughly: false, cancellationToken).ConfigureAwait(false);
        if (existing.Error is { } unknown)
        {
            return new WriteResult(WriteStatus.Failed, unknown);
        }

        if (existing.Value is { } there)
        {
            return AlreadyThere(there, null);
        }

        var path = $"{BindingTable.Find(ItemKind.RecordingServer)!.Resource}/{creation.Recorder.Id}";
        var end = await tasks.RunAsync(path, "AddHardware", BodyOf(), [creation.Password], changes: true, cancellationToken).ConfigureAwait(false);
        if (end.Error is { Kind: SiteErrorKind.AlreadyExists } refused)
        {
            var found = await lookup.FindAsync(creation.Recorder, creation.Address, thoroughly: true, cancellationToken).ConfigureAwait(false);
            return found.Value is { } item ? AlreadyThere(item, refused) : new WriteResult(WriteStatus.Failed, refused) { Requests = 1 };
        }

        if (end.Error is { } error)
        {
            return end.MayHaveHappened
                ? await LookAfterLossAsync(error, cancellationToken).ConfigureAwait(false)
                : new WriteResult(WriteStatus.Failed, error) { Requests = 1 };
        }

        return await CreatedAsync(end, cancellationToken).ConfigureAwait(false);
    }

    private static string? HardwareIn(JsonElement result)
    {
        if (result.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (result.TryGetProperty("path", out var path) && IdOf(path) is { } id)
        {
            return id;
        }

        if (result.TryGetProperty("relations", out var relations) && relations.ValueKind == JsonValueKind.Object)
        {
            foreach (var relation in relations.EnumerateObject())
            {
                if (IdOf(relation.Value) is { } related)
                {
                    return related;
                }
            }
        }

        return null;
    }

    /// <summary>The id in <c>"hardware/guid"</c>, <c>"Hardware[guid]"</c> or <c>{"type":"hardware","id":…}</c>.</summary>
    private static string? IdOf(JsonElement element)
    {
        if (element.TextOrNull() is { } text)
        {
            return References.FromText(text, string.Empty) is { Target: { Kind: ItemKind.Hardware, Id: var found } } ? found : null;
        }

        return element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("type", out var type) && type.TextOrNull() is { } resource && BindingTable.KindOf(resource) == ItemKind.Hardware
            && element.TryGetProperty("id", out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id)
            ? id.ToString("D")
            : null;
    }

    private byte[] BodyOf() => JsonBody.Object(w =>
    {
        w.WriteString("hardwareAddress", creation.Address.AbsoluteUri);
        JsonBody.Link(w, "hardwareDriverPath", BindingTable.Find(ItemKind.HardwareDriver)!.Resource, creation.Driver.Id);
        w.WriteString("userName", creation.UserName);
        w.WriteString("password", creation.Password.Reveal());
        w.WriteString("customData", string.Empty);
    });

    private WriteResult AlreadyThere(Item item, SiteError? refused)
    {
        var error = session.Errors.Make(SiteErrorKind.AlreadyExists, "task AddHardware", $"{session.Site}: {creation.Address} is already on this recording server as '{item.Name}'.");
        return new WriteResult(WriteStatus.Failed, error with { VmoCode = refused?.VmoCode, HttpStatus = refused?.HttpStatus }, item.Key) { Requests = refused is null ? 0 : 1 };
    }

    /// <summary>It was not there before the task was sent, so what is there now is what the task made. Not seeing it proves nothing: the task may still run.</summary>
    private async Task<WriteResult> LookAfterLossAsync(SiteError error, CancellationToken cancellationToken)
    {
        var waited = 0;
        foreach (var moment in LooksAfterLoss)
        {
            await Clock.DelayAsync(session.Time, TimeSpan.FromSeconds(moment - waited), cancellationToken).ConfigureAwait(false);
            waited = moment;
            var found = await lookup.FindAsync(creation.Recorder, creation.Address, thoroughly: true, cancellationToken).ConfigureAwait(false);
            if (found.Value is { } item)
            {
                return WriteResult.Confirmed(item.Key);
            }
        }

        return new WriteResult(WriteStatus.Unknown, error) { Requests = 1 };
    }

    private async Task<WriteResult> CreatedAsync(TaskEnd end, CancellationToken cancellationToken)
    {
        if (HardwareIn(end.Result) is { } id)
        {
            return WriteResult.Confirmed(new ItemKey(session.Site, ItemKind.Hardware, id));
        }

        var made = await lookup.FindAsync(creation.Recorder, creation.Address, thoroughly: true, cancellationToken).ConfigureAwait(false);
        if (made.Value is { } item)
        {
            return WriteResult.Confirmed(item.Key);
        }

        var error = made.Error ?? session.Errors.Make(
            SiteErrorKind.UnexpectedAnswer,
            "task AddHardware",
            $"{session.Site}: AddHardware of {creation.Address} ended well, but the hardware was not found afterwards.",
            "Read the site again before adding it once more.");
        return new WriteResult(WriteStatus.Unknown, error) { Requests = 1 };
    }
}
