using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Reading;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>
/// Brings a camera's patrolling profiles to their wanted state: profiles are made and deleted below the camera and changed by PATCH, their entries
/// come and go by task. Presets are named in the plan and looked up here, because their ids are this site's own. Used once.
/// </summary>
internal sealed class PatrollingWriting
{
    private const string List = "patrollingProfiles";
    private const string Entries = "patrollingEntry";

    private static readonly string[] Content = ["description", "customizeTransitions", "initSpeed", "initTransitionTime", "endSpeed", "endTransitionTime"];

    private readonly SiteSession session;
    private readonly ItemUpdate update;
    private readonly Binding binding;
    private readonly ObjectWriting objects;
    private readonly MirroredValue values;
    private readonly ItemKey camera;
    private readonly string collection;
    private readonly string resource;
    private Dictionary<string, string> presetIds = [];

    public PatrollingWriting(SiteSession session, TaskRunner tasks, ItemUpdate update, Binding binding)
    {
        this.session = session;
        this.update = update;
        this.binding = binding;
        objects = new ObjectWriting(session, tasks, update.Desired.Key);
        values = new MirroredValue(session.Parsing.Forms, binding);
        camera = update.Desired.Key.Part(ItemKind.Camera);
        resource = binding.Resource;
        collection = $"{BindingTable.Find(ItemKind.Camera)!.Resource}/{camera.Id}/{resource}";
    }

    public async Task<WriteResult> RunAsync(CancellationToken cancellationToken) => objects.Result(await WriteAsync(cancellationToken).ConfigureAwait(false));

    private async Task<SiteError?> WriteAsync(CancellationToken cancellationToken)
    {
        var reader = new BelowOwnerReader(session);
        var presets = await reader.ReadObjectsAsync(BindingTable.Find(ItemKind.PtzPresets)!, camera, cancellationToken).ConfigureAwait(false);
        if (!presets.TryGet(out var known))
        {
            return presets.Error;
        }

        presetIds = known.GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Key.Id, StringComparer.Ordinal);
        // As they are now: a preset that went in this run took its stops with it.
        var now = await reader.ReadAsync(binding, camera, cancellationToken).ConfigureAwait(false);
        if (now.Error is { } unread)
        {
            return unread;
        }

        var before = NamedEntries.Of(update.Current, List);
        var current = NamedEntries.Of(now.Value ?? update.Current, List);
        var desired = NamedEntries.Of(update.Desired, List);
        if (desired.SelectMany(d => NamesOf(d.Value)).FirstOrDefault(n => n.Length > 0 && !presetIds.ContainsKey(n)) is { } missing)
        {
            return session.Errors.Make(SiteErrorKind.BadRequest, $"update {collection}", $"{session.Site}: the camera has no preset '{missing}', so its patrolling profiles were not written.", "Plan again when the preset is there.") with { Property = List };
        }

        foreach (var gone in current.Where(c => before.ContainsKey(c.Key) && !desired.ContainsKey(c.Key)))
        {
            if (await objects.SendAsync(HttpMethod.Delete, $"{collection}/{gone.Value.TextOf("id")}", null, cancellationToken).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        foreach (var wanted in desired)
        {
            current.TryGetValue(wanted.Key, out var held);
            if (held is not null && NamedEntries.AreEqual(held, wanted.Value, [.. Content, "endPreset", Entries]))
            {
                continue;
            }

            if (await BringAsync(wanted.Key, held, wanted.Value, cancellationToken).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private async Task<SiteError?> BringAsync(string name, PropertyBag? held, PropertyBag wanted, CancellationToken cancellationToken)
    {
        var id = held?.TextOf("id");
        if (id is null)
        {
            var made = await objects.CreateAsync(collection, JsonBody.Object(w => w.WriteString("name", name)), cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out id))
            {
                return made.Error;
            }
        }

        var path = $"{resource}/{id}";
        var steps = StepsOf(wanted);
        var there = held is null ? 0 : StepsOf(held).Count;
        for (var i = there; i < steps.Count; i++)
        {
            var step = steps[i];
            var order = i;
            var body = JsonBody.Object(w =>
            {
                w.WriteNumber("order", order);
                w.WriteString("presetId", IdOf(step));
                w.WriteNumber("waitTime", PatrollingBody.NumberOf(step.Members["waitTime"]));
            });
            if (await objects.RunAsync(path, "AddPatrollingEntry", body, cancellationToken).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        for (var i = there - 1; i >= steps.Count; i--)
        {
            var last = $"PatrollingEntry[{i}]";
            if (await objects.RunAsync(path, "RemovePatrollingEntry", JsonBody.Object(w => w.WriteString("itemSelection", last)), cancellationToken).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        return await objects.SendAsync(WireRequest.Patch, path, BodyOf(held, wanted, steps), cancellationToken).ConfigureAwait(false);
    }

    private byte[] BodyOf(PropertyBag? held, PropertyBag wanted, List<GroupValue> steps) => JsonBody.Object(w =>
    {
        foreach (var member in Content.Where(m => wanted.TryGet(m, out _)))
        {
            w.WritePropertyName(member);
            values.Write(w, member, wanted[member]!, held?[member] ?? Sample(member), null);
        }

        if (wanted.TextOf("endPreset") is { Length: > 0 } end)
        {
            w.WriteString("endPresetId", presetIds[end]);
        }
        else if (held?.TextOf("endPreset") is { Length: > 0 })
        {
            w.WriteString("endPresetId", string.Empty);
        }

        w.WriteStartArray(Entries);
        for (var i = 0; i < steps.Count; i++)
        {
            PatrollingBody.WriteStep(w, i, IdOf(steps[i]), PatrollingBody.NumberOf(steps[i].Members["waitTime"]));
        }

        w.WriteEndArray();
    });

    private string IdOf(GroupValue step) => step.Members.TextOf("preset") is { Length: > 0 } name ? presetIds[name] : string.Empty;

    private static List<GroupValue> StepsOf(PropertyBag profile) => (profile[Entries] is ListValue list ? list.Items : []).OfType<GroupValue>().ToList();

    private static IEnumerable<string> NamesOf(PropertyBag profile)
        => StepsOf(profile).Select(s => s.Members.TextOf("preset") ?? string.Empty).Append(profile.TextOf("endPreset") ?? string.Empty);

    private PropertyValue? Sample(string member) => NamedEntries.Of(update.Current, List).Values.Select(e => e[member]).FirstOrDefault(v => v is not null);
}
