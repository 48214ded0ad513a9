using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Reading;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>
/// Brings a camera's PTZ presets to their wanted state. The API has no update of a preset, so a preset that moved is made anew and the old one
/// deleted: the new one first where the server lets two have one name, else under a name that stands in for it meanwhile, so that the camera is
/// never without the position. Patrolling profiles that visit the old preset are turned to the new one before it goes. Used once.
/// </summary>
internal sealed class PresetWriting
{
    /// <summary>Stands behind the name of the preset that fills in.</summary>
    private const string StandIn = " (being replaced)";

    private static readonly string[] Content = ["description", "pan", "tilt", "zoom"];

    private readonly SiteSession session;
    private readonly ItemUpdate update;
    private readonly ObjectWriting objects;
    private readonly MirroredValue values;
    private readonly string collection;
    private readonly ItemKey camera;

    public PresetWriting(SiteSession session, TaskRunner tasks, ItemUpdate update, Binding binding)
    {
        this.session = session;
        this.update = update;
        objects = new ObjectWriting(session, tasks, update.Desired.Key);
        values = new MirroredValue(session.Parsing.Forms, binding);
        camera = update.Desired.Key.Part(ItemKind.Camera);
        collection = $"{BindingTable.Find(ItemKind.Camera)!.Resource}/{camera.Id}/{binding.Resource}";
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
                : await ReplaceAsync(wanted.Key, wanted.Value, ids[wanted.Key], cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out var id))
            {
                return made.Error;
            }

            ids[wanted.Key] = id;
        }

        foreach (var gone in current.Keys.Where(name => !desired.ContainsKey(name)))
        {
            if (await DeleteAsync(ids[gone], cancellationToken).ConfigureAwait(false) is { } error)
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

    private async Task<Outcome<string>> ReplaceAsync(string name, PropertyBag wanted, string old, CancellationToken cancellationToken)
    {
        var first = await objects.CreateAsync(collection, BodyOf(name, wanted), cancellationToken).ConfigureAwait(false);
        if (first.TryGet(out var beside))
        {
            return await RetireAsync(old, beside, cancellationToken).ConfigureAwait(false) is { } left ? left : beside;
        }

        if (first.Error!.Kind is not (SiteErrorKind.BadRequest or SiteErrorKind.AlreadyExists))
        {
            return first;
        }

        // Refused: for its name, or for what it holds? The stand-in tells, and nothing is deleted before it stands.
        var standIn = await objects.CreateAsync(collection, BodyOf(name + StandIn, wanted), cancellationToken).ConfigureAwait(false);
        if (!standIn.TryGet(out var standInId))
        {
            return standIn;
        }

        if (await RetireAsync(old, standInId, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return kept;
        }

        var made = await objects.CreateAsync(collection, BodyOf(name, wanted), cancellationToken).ConfigureAwait(false);
        if (!made.TryGet(out var id))
        {
            return made.Error! with { Message = $"{made.Error.Message} The preset '{name}' stands as '{name + StandIn}' until the next run.", Advice = "Run again: the preset is made anew, and the one that stands in for it goes." };
        }

        return await RetireAsync(standInId, id, cancellationToken).ConfigureAwait(false) is { } remains ? remains : id;
    }

    /// <summary>Turns the profiles that visit a preset to another one and deletes it.</summary>
    private async Task<SiteError?> RetireAsync(string old, string heir, CancellationToken cancellationToken)
    {
        // Read each time: the step before may have changed them.
        var read = await new BelowOwnerReader(session).ReadObjectsAsync(BindingTable.Find(ItemKind.PatrollingProfiles)!, camera, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var profiles) && !session.NoteUnknownResource(ItemKind.PatrollingProfiles, read.Error!))
        {
            return read.Error;
        }

        foreach (var profile in profiles ?? [])
        {
            if (PatrollingBody.WithPreset(profile, old, heir) is { } body
                && await objects.SendAsync(Http.WireRequest.Patch, $"{BindingTable.Find(ItemKind.PatrollingProfiles)!.Resource}/{profile.Key.Id}", body, cancellationToken).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        return await DeleteAsync(old, cancellationToken).ConfigureAwait(false);
    }

    private Task<SiteError?> DeleteAsync(string id, CancellationToken cancellationToken) => objects.SendAsync(HttpMethod.Delete, $"{collection}/{id}", null, cancellationToken);

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
