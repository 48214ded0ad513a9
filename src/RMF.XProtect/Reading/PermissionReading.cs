using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Reading;

/// <summary>Reads permissions: the task that sets them tells them when it is called without any. Thread-safe.</summary>
internal sealed class PermissionReading(SiteSession session)
{
    /// <summary>Members of the answer that are no permissions.</summary>
    private static readonly HashSet<string> Others = new(["state", "path", "userPath", "securityNamespace", "enabled", "displayName", "relations"], StringComparer.Ordinal);

    /// <summary>What each role in scope may do with an object.</summary>
    public async Task<Outcome<Item?>> ReadAsync(Binding binding, string id, ItemKey? owner, CancellationToken cancellationToken)
    {
        var entries = new List<PropertyValue>();
        foreach (var role in session.Roles.OrderBy(static r => r.Key, StringComparer.Ordinal))
        {
            var read = await ReadAsync($"{binding.Resource}/{id}", "ChangeSecurityPermissions", OfRole(role.Key), cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out var permissions))
            {
                return read.Error!.Kind == SiteErrorKind.NotFound ? (Item?)null : read.Error;
            }

            entries.Add(new GroupValue(new PropertyBagBuilder(session.Parsing.Shapes)
                .Set("permissions", TextOf(permissions))
                .Set("role", new Reference(new ItemKey(session.Site, ItemKind.Role, role.Key)))
                .Build()));
        }

        var key = new ItemKey(session.Site, binding.Kind, id);
        return new Item(key, owner ?? key.Part(binding.Owners[0]), string.Empty, new PropertyBagBuilder(session.Parsing.Shapes).Set("roles", new ListValue(entries)).Build());
    }

    /// <summary>The permissions that one call of the task tells, by name.</summary>
    public async Task<Outcome<SortedDictionary<string, string>>> ReadAsync(string path, string task, Action<Utf8JsonWriter> body, CancellationToken cancellationToken)
    {
        var request = WireRequest.Task(path, task, JsonBody.Object(body)) with { IsRead = true };
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Memory);
                if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Object)
                {
                    return Permissions(result);
                }
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                // Said below.
            }

            return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without permissions");
        }
    }

    public static Action<Utf8JsonWriter> OfRole(string role) => w => JsonBody.Link(w, "userPath", "roles", role);

    public static Action<Utf8JsonWriter> OfNamespace(string id) => w => w.WriteString("securityNamespace", id);

    /// <summary>Those that are given or denied, sorted: <c>PLAYBACK=True, VIEW_LIVE=True</c>.</summary>
    public static string TextOf(SortedDictionary<string, string> permissions)
        => string.Join(", ", permissions.Where(static p => !IsNothing(p.Value)).Select(static p => p.Key + "=" + p.Value));

    /// <summary>True for what a permission holds that is neither given nor denied.</summary>
    public static bool IsNothing(string value) => value.Length == 0 || string.Equals(value, "False", StringComparison.OrdinalIgnoreCase) || string.Equals(value, "None", StringComparison.OrdinalIgnoreCase);

    private static SortedDictionary<string, string> Permissions(JsonElement result)
    {
        var permissions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in result.EnumerateObject())
        {
            var value = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.True => "True",
                JsonValueKind.False => "False",
                _ => null,
            };
            if (value is not null && !Others.Contains(member.Name))
            {
                permissions[member.Name] = string.Intern(value);
            }
        }

        return permissions;
    }
}
