using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Reading;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>
/// Writes what tasks change alone: members of roles, and permissions, of which only those are sent that differ from what holds when they are written.
/// </summary>
internal sealed class AccessWriting(SiteSession session, TaskRunner tasks, Binding binding, ItemUpdate update)
{
    private readonly PermissionReading reading = new(session);
    private int sent;

    private string Path => $"{binding.Resource}/{update.Desired.Key.Id}";

    public static bool Handles(Binding binding, string property)
        => binding.Kind == ItemKind.Role ? property is "users" or "overall" : binding.IsPermissions && property is "roles";

    /// <summary>How many writes were sent, and how it ended early; null when all went through.</summary>
    public async Task<(int Requests, TaskEnd? Failure)> RunAsync(string property, CancellationToken cancellationToken)
    {
        var failure = property == "users"
            ? await WriteMembersAsync(cancellationToken).ConfigureAwait(false)
            : await WritePermissionsAsync(property, cancellationToken).ConfigureAwait(false);
        return (sent, failure);
    }

    private async Task<TaskEnd?> WriteMembersAsync(CancellationToken cancellationToken)
    {
        var before = Entries(update.Current, "users");
        var after = Entries(update.Desired, "users");
        var path = Path + "/users";
        foreach (var added in after.Where(a => !before.Exists(b => IsSame(a, b, "sid"))))
        {
            var end = await SendAsync(path, "AddRoleMember", w => w.WriteString("sid", added.TextOf("sid")), cancellationToken).ConfigureAwait(false);
            if (end.Error is not null)
            {
                return end;
            }
        }

        foreach (var removed in before.Where(b => !after.Exists(a => IsSame(a, b, "sid"))))
        {
            var end = await SendAsync(path, "RemoveRoleMember", w => w.WriteString("itemSelection", $"User[{removed.TextOf("id")?.ToUpperInvariant()}]"), cancellationToken).ConfigureAwait(false);
            if (end.Error is not null)
            {
                return end;
            }
        }

        return null;
    }

    private async Task<TaskEnd?> WritePermissionsAsync(string property, CancellationToken cancellationToken)
    {
        var before = Entries(update.Current, property);
        foreach (var entry in Entries(update.Desired, property))
        {
            var wanted = entry.TextOf("permissions") ?? string.Empty;
            if (before.Exists(b => IsSameSubject(b, entry) && string.Equals(b.TextOf("permissions") ?? string.Empty, wanted, StringComparison.Ordinal)))
            {
                continue;
            }

            var (task, subject) = entry["role"] is Reference { Target: var role }
                ? ("ChangeSecurityPermissions", PermissionReading.OfRole(role.Id))
                : ("ChangeOverallSecurityPermissions", PermissionReading.OfNamespace(entry.TextOf("namespace") ?? string.Empty));
            var read = await reading.ReadAsync(Path, task, subject, cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out var held))
            {
                return TaskEnd.Failed(read.Error!, false);
            }

            var changes = Differences(held, Parse(wanted), out var unknown);
            if (unknown is not null)
            {
                return TaskEnd.Failed(
                    session.Errors.Make(SiteErrorKind.NotSupported, $"task {task} on {Path}", $"{session.Site}: this release has no permission '{unknown}'.", "Take it away on the other side, or bring both sides to one release."),
                    false);
            }

            if (changes.Count > 0)
            {
                var end = await SendAsync(Path, task, w => Write(w, subject, changes), cancellationToken).ConfigureAwait(false);
                if (end.Error is not null)
                {
                    return end;
                }
            }
        }

        return null;
    }

    private static void Write(Utf8JsonWriter writer, Action<Utf8JsonWriter> subject, List<KeyValuePair<string, string>> changes)
    {
        subject(writer);
        foreach (var change in changes)
        {
            writer.WriteString(change.Key, change.Value);
        }
    }

    /// <summary>What must be sent; a permission that is neither given nor denied is <c>None</c> in overall security and <c>False</c> on an object.</summary>
    private static List<KeyValuePair<string, string>> Differences(SortedDictionary<string, string> held, Dictionary<string, string> wanted, out string? unknown)
    {
        unknown = wanted.Keys.FirstOrDefault(k => !held.ContainsKey(k));
        var isOverall = held.Values.Any(static v => v is "None" or "Allow" or "Deny");
        return held
            .Select(h => new KeyValuePair<string, string>(h.Key, wanted.TryGetValue(h.Key, out var value) ? value : isOverall ? "None" : "False"))
            .Where(w => !string.Equals(held[w.Key], w.Value, StringComparison.OrdinalIgnoreCase) && !(PermissionReading.IsNothing(held[w.Key]) && PermissionReading.IsNothing(w.Value)))
            .ToList();
    }

    private static Dictionary<string, string> Parse(string text)
    {
        var permissions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=');
            permissions[at < 0 ? part : part.Substring(0, at)] = at < 0 ? "True" : part.Substring(at + 1);
        }

        return permissions;
    }

    private async Task<TaskEnd> SendAsync(string path, string task, Action<Utf8JsonWriter> body, CancellationToken cancellationToken)
    {
        sent++;
        return await tasks.RunAsync(path, task, JsonBody.Object(body), [], changes: true, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsSame(PropertyBag a, PropertyBag b, string key) => string.Equals(a.TextOf(key), b.TextOf(key), StringComparison.OrdinalIgnoreCase);

    private static bool IsSameSubject(PropertyBag a, PropertyBag b)
        => a["role"] is { } role ? role.Equals(b["role"]) : IsSame(a, b, "namespace");

    private static List<PropertyBag> Entries(Item item, string property)
        => item.Properties[property] is ListValue list ? list.Items.OfType<GroupValue>().Select(static g => g.Members).ToList() : [];
}
