using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>
/// Brings a camera's PTZ presets to their wanted state. The API has no update of a preset, so a preset that moved is made anew and the old one
/// deleted by <see cref="PresetReplacing"/>. Used once.
/// </summary>
internal sealed class PresetWriting
{
    private static readonly string[] Content = ["description", "pan", "tilt", "zoom"];

    private readonly SiteSession session;
    private readonly ItemUpdate update;
    private readonly ObjectWriting objects;
    private readonly MirroredValue values;
    private readonly string collection;
    private readonly PresetReplacing replacing;

    public PresetWriting(SiteSession session, TaskRunner tasks, ItemUpdate update, Binding binding)
    {
        this.session = session;
        this.update = update;
        objects = new ObjectWriting(session, tasks, update.Desired.Key);
        values = new MirroredValue(session.Parsing.Forms, binding);
        var camera = update.Desired.Key.Part(ItemKind.Camera);
        collection = $"{BindingTable.Find(ItemKind.Camera)!.Resource}/{camera.Id}/{binding.Resource}";
        replacing = new PresetReplacing(session, objects, camera, collection);
    }

    public async Task<WriteResult> RunAsync(CancellationToken cancellationToken) => objects.Result(await WriteAsync(cancellationToken).ConfigureAwait(false));

    private async Task<SiteError?> WriteAsync(CancellationToken cancellationToken)
    {
        var current = NamedEntries.Of(update.Current, "ptzPresets");
        var desired = NamedEntries.Of(update.Desired, "ptzPresets");
        var ids = current.ToDictionary(e => e.Key, e => e.Value.TextOf("id") ?? string.Empty, StringComparer.Ordinal);
        foreach (var wanted in desired)
        {
            current.TryGetValue(wanted.Key, out var held);
            if (held is not null && NamedEntries.AreEqual(held, wanted.Value, Content))
            {
                continue;
            }

            var made = held is null
                ? await objects.CreateAsync(collection, BodyOf(wanted.Key, wanted.Value), cancellationToken).ConfigureAwait(false)
                : await replacing.ReplaceAsync(wanted.Key, name => BodyOf(name, wanted.Value), ids[wanted.Key], cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out var id))
            {
                return made.Error;
            }

            ids[wanted.Key] = id;
        }

        foreach (var gone in current.Keys.Where(name => !desired.ContainsKey(name)))
        {
            if (await replacing.DeleteAsync(ids[gone], cancellationToken).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        return await ChooseDefaultAsync(current, desired, ids, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SiteError?> ChooseDefaultAsync(Dictionary<string, PropertyBag> current, Dictionary<string, PropertyBag> desired, Dictionary<string, string> ids, CancellationToken cancellationToken)
    {
        var chosen = desired.FirstOrDefault(e => e.Value.IsTrue("defaultPreset")).Key;
        if (chosen is null || (current.TryGetValue(chosen, out var held) && held.IsTrue("defaultPreset") && string.Equals(held.TextOf("id"), ids[chosen], StringComparison.Ordinal)))
        {
            return null;
        }

        var body = JsonBody.Object(w => JsonBody.Link(w, "itemSelection", BindingTable.Find(ItemKind.PtzPresets)!.Resource, ids[chosen]));
        return await objects.RunAsync(collection, "DefaultPtzPreset", body, cancellationToken).ConfigureAwait(false);
    }

    private byte[] BodyOf(string name, PropertyBag wanted) => JsonBody.Object(w =>
    {
        w.WriteString("name", name);
        foreach (var member in Content.Where(m => wanted.TryGet(m, out _)))
        {
            w.WritePropertyName(member);
            values.Write(w, member, wanted[member]!, Sample(member), null);
        }
    });

    /// <summary>A value that the server itself sent for the same member, for its type.</summary>
    private PropertyValue? Sample(string member) => NamedEntries.Of(update.Current, "ptzPresets").Values.Select(e => e[member]).FirstOrDefault(v => v is not null);
}
