using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Json;
using RMF.XProtect.Reading;
using RMF.XProtect.Soap;
using RMF.XProtect.Tasks;
using RMF.XProtect.Writing;

namespace RMF.XProtect.Operator;

/// <summary>
/// PTZ presets by the configuration API, which makes and removes them and has no update of one; the server command service adds names and order where it
/// answers. Thread-safe.
/// </summary>
internal sealed class PtzPresets(SiteSession session, ServerCommands server) : IPtzPresets
{
    /// <summary>The permission, as the task that tells permissions calls it.</summary>
    private const string Permission = "PTZ_PRESETS";

    private static readonly Binding Binding = BindingTable.Find(ItemKind.PtzPresets)!;

    private readonly BelowOwnerReader reader = new(session);
    private readonly TaskRunner tasks = new(session);
    private readonly AccountRights rights = new(session);
    private readonly PresetCommands commands = new(server);

    public async Task<Outcome<IReadOnlyList<Preset>>> ReadAsync(string cameraId, CancellationToken cancellationToken)
    {
        var read = await ReadItemsAsync(cameraId, cancellationToken).ConfigureAwait(false);
        return read.TryGet(out var items) ? Outcome<IReadOnlyList<Preset>>.Of(items.ConvertAll(Show)) : read.Error!;

        Preset Show(Item item) => new(item.Key.Id, ContentOf(item), items.IndexOf(item) + 1)
        {
            IsInDevice = item.Properties.IsTrue("devicePreset"),
            DeviceNumber = item.Properties.TextOf("devicePresetInternalId") ?? string.Empty,
            IsDefault = item.Properties.IsTrue("defaultPreset"),
        };
    }

    public async Task<PresetMeans> MeansAsync(string cameraId, CancellationToken cancellationToken)
    {
        var read = await ReadItemsAsync(cameraId, cancellationToken).ConfigureAwait(false);
        return new PresetMeans(read.TryGet(out var items) && await commands.CanOrderAsync(cameraId, OwnIds(items), cancellationToken).ConfigureAwait(false));
    }

    public Task<Outcome<bool?>> MayChangeAsync(string cameraId, CancellationToken cancellationToken) => rights.MayAsync("cameras/" + cameraId, Permission, cancellationToken);

    public async Task<WriteResult> CreateAsync(string cameraId, PresetContent content, CancellationToken cancellationToken)
    {
        var read = await ReadItemsAsync(cameraId, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var items))
        {
            return new WriteResult(WriteStatus.Failed, read.Error);
        }

        var objects = Writing(cameraId);
        var made = await objects.CreateAsync(Collection(cameraId), BodyOf(content.Name, content, null, items), cancellationToken).ConfigureAwait(false);
        return objects.Result(made.Error);
    }

    public async Task<WriteResult> UpdateAsync(string cameraId, Preset held, PresetContent wanted, CancellationToken cancellationToken)
    {
        var read = await ReadItemsAsync(cameraId, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var items))
        {
            return new WriteResult(WriteStatus.Failed, read.Error);
        }

        if (items.Find(i => i.Key.Id == held.Id) is not { } before)
        {
            return new WriteResult(WriteStatus.Failed, Gone(cameraId, held.Name));
        }

        if (held.Name != wanted.Name && ContentOf(before).IsAt(wanted, default) && (wanted.Description is null || wanted.Description == held.Content.Description))
        {
            var renamed = await commands.RenameAsync(cameraId, held.Id, wanted.Name, cancellationToken).ConfigureAwait(false);
            if (renamed.Error is null || !PresetCommands.IsUnknown(renamed.Error))
            {
                return Result(renamed);
            }
        }

        var objects = Writing(cameraId);
        var replacing = new PresetReplacing(session, objects, Camera(cameraId), Collection(cameraId));
        var made = await replacing.ReplaceAsync(wanted.Name, name => BodyOf(name, wanted, ContentOf(before), items), held.Id, cancellationToken).ConfigureAwait(false);
        if (made.TryGet(out var id) && held.IsDefault)
        {
            var body = JsonBody.Object(w => JsonBody.Link(w, "itemSelection", Binding.Resource, id));
            return objects.Result(await objects.RunAsync(Collection(cameraId), "DefaultPtzPreset", body, cancellationToken).ConfigureAwait(false));
        }

        return objects.Result(made.Error);
    }

    public async Task<WriteResult> RemoveAsync(string cameraId, string presetId, CancellationToken cancellationToken)
    {
        var objects = Writing(cameraId);
        var error = await objects.SendAsync(HttpMethod.Delete, $"{Collection(cameraId)}/{presetId}", null, cancellationToken).ConfigureAwait(false);
        return objects.Result(error is { Kind: SiteErrorKind.NotFound } ? null : error);
    }

    public async Task<WriteResult> OrderAsync(string cameraId, IReadOnlyList<string> presetIds, CancellationToken cancellationToken)
    {
        var reply = await commands.OrderAsync(cameraId, presetIds, cancellationToken).ConfigureAwait(false);
        return reply.Error is { } error && PresetCommands.IsUnknown(error)
            ? new WriteResult(WriteStatus.Unsupported, session.Errors.Make(SiteErrorKind.NotSupported, $"order the presets of cameras/{cameraId}", $"{session.Site}: the server takes no order of presets: {error.Message}"))
            : Result(reply);
    }

    public async Task<WriteResult> GotoAsync(string cameraId, string presetId, CancellationToken cancellationToken)
    {
        var objects = Writing(cameraId);
        return objects.Result(await objects.RunAsync($"{Collection(cameraId)}/{presetId}", "Goto", JsonBody.Empty, cancellationToken).ConfigureAwait(false));
    }

    private static WriteResult Result(SoapReply reply) => reply.Error is { } error
        ? new WriteResult(reply.MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, error) { Requests = 1 }
        : new WriteResult(WriteStatus.Confirmed) { Requests = 1 };

    private static List<string> OwnIds(List<Item> items) => items.FindAll(i => !i.Properties.IsTrue("devicePreset")).ConvertAll(i => i.Key.Id);

    private SiteError Gone(string cameraId, string name)
        => session.Errors.Make(SiteErrorKind.NotFound, $"update a preset of cameras/{cameraId}", $"{session.Site}: the camera has no preset '{name}' any more.");

    private async Task<Outcome<List<Item>>> ReadItemsAsync(string cameraId, CancellationToken cancellationToken)
        => await reader.ReadObjectsAsync(Binding, Camera(cameraId), cancellationToken).ConfigureAwait(false);

    private ItemKey Camera(string id) => new(session.Site, ItemKind.Camera, id);

    private ObjectWriting Writing(string cameraId) => new(session, tasks, Camera(cameraId).Part(ItemKind.PtzPresets));

    private static string Collection(string cameraId) => $"{BindingTable.Find(ItemKind.Camera)!.Resource}/{cameraId}/{Binding.Resource}";

    private static PresetContent ContentOf(Item item)
        => new(item.Name, NumberOf(item, "pan"), NumberOf(item, "tilt"), NumberOf(item, "zoom")) { Description = item.Properties.TextOf("description") };

    private static double? NumberOf(Item item, string member)
        => double.TryParse(item.Properties.TextOf(member), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;

    /// <param name="name">Its name, for the time being.</param>
    /// <param name="wanted">What is told of it.</param>
    /// <param name="before">What was there, for what is not told.</param>
    /// <param name="samples">The camera's presets: a release that sends numbers as text wants them back as text.</param>
    private byte[] BodyOf(string name, PresetContent wanted, PresetContent? before, List<Item> samples)
    {
        var values = new MirroredValue(session.Parsing.Forms, Binding);
        return JsonBody.Object(w =>
        {
            w.WriteString("name", name);
            if ((wanted.Description ?? before?.Description) is { } description)
            {
                w.WriteString("description", description);
            }

            foreach (var (member, value) in new[] { ("pan", wanted.Pan ?? before?.Pan), ("tilt", wanted.Tilt ?? before?.Tilt), ("zoom", wanted.Zoom ?? before?.Zoom) })
            {
                if (value is { } number)
                {
                    w.WritePropertyName(member);
                    values.Write(w, member, Scalar.Number(number), samples.Select(s => s.Properties[member]).FirstOrDefault(v => v is not null), null);
                }
            }
        });
    }
}
