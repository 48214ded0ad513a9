using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Reads the roles in scope, their members and their overall permissions. Used once.</summary>
internal sealed class RoleReading(SiteSession session, CollectionReader collections, Binding binding)
{
    /// <summary>XProtect's own spelling.</summary>
    private const string Administrative = "Adminstrative";

    private static readonly Binding Users = new(ItemKind.Role, "users", ReadWay.PerOwner, CostTier.PerItem, WriteWay.None);
    private static readonly Binding Namespaces = new(ItemKind.Role, "securityNamespaces", ReadWay.Bulk, CostTier.PerItem, WriteWay.None);
    private readonly PermissionReading permissions = new(session);

    public async Task ReadAsync(KindReading reading, Action<int> onProgress, CancellationToken cancellationToken)
    {
        var roles = await collections.ReadItemsAsync(binding, binding.Resource, static () => new Query(), onProgress, cancellationToken).ConfigureAwait(false);
        Note(reading, roles);
        var spaces = await collections.ReadItemsAsync(Namespaces, Namespaces.Resource, static () => new Query(), null, cancellationToken).ConfigureAwait(false);
        var wanted = roles.Items.Select(static r => r.Item).Where(r => session.RoleScope(r.Name)).ToList();
        var found = new Item?[wanted.Count];
        var next = -1;
        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < wanted.Count; i = Interlocked.Increment(ref next))
            {
                found[i] = await CompleteAsync(reading, wanted[i], spaces, cancellationToken).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(wanted.Count, HandlerMaker.ConnectionsOf(session.Connection))).Select(_ => WorkAsync()).ToArray()).ConfigureAwait(false);
        reading.Items.AddRange(found.OfType<Item>());
        session.Roles.Clear();
        foreach (var role in reading.Items.Where(static r => !IsAdministrative(r)))
        {
            session.Roles[role.Key.Id] = role.Name;
        }
    }

    private static bool IsAdministrative(Item role) => string.Equals(role.Properties.TextOf("roleType"), Administrative, StringComparison.OrdinalIgnoreCase);

    private static void Note(KindReading reading, Collected<ParsedItem> collected)
    {
        if (collected.Error is { } error)
        {
            reading.Miss(error);
        }
        else if (collected.Doubt is { } doubt)
        {
            reading.Doubt(doubt);
        }
    }

    /// <summary>Null when a part of the role could not be read: the role is unknown then.</summary>
    private async Task<Item?> CompleteAsync(KindReading reading, Item role, Collected<ParsedItem> spaces, CancellationToken cancellationToken)
    {
        var users = await collections.ReadItemsAsync(Users, $"{binding.Resource}/{role.Key.Id}/{Users.Resource}", static () => new Query(), null, cancellationToken).ConfigureAwait(false);
        if (!users.IsWhole)
        {
            reading.MissOne(role.Key.Id, users.Reason!, users.Error);
            return null;
        }

        var accounts = users.Items.ConvertAll(static u => u.Item);
        var properties = role.Properties
            .With("users", new ListValue([.. accounts.Where(static a => !IsBasic(a)).Select(Member)]))
            .With("basicUsers", new ListValue([.. accounts.Where(IsBasic).Select(static a => (PropertyValue)Scalar.Text(a.Properties.TextOf("accountName") ?? a.Name))]));

        // A release without the list of namespaces has overall permissions that cannot be told; the role itself is known.
        if (spaces.IsWhole && !IsAdministrative(role))
        {
            var overall = new List<PropertyValue>();
            foreach (var space in spaces.Items)
            {
                var id = space.Item.Key.Id;
                var read = await permissions.ReadAsync($"{binding.Resource}/{role.Key.Id}", "ChangeOverallSecurityPermissions", PermissionReading.OfNamespace(id), cancellationToken).ConfigureAwait(false);
                if (!read.TryGet(out var held))
                {
                    reading.MissOne(role.Key.Id, read.Error!.Message, read.Error);
                    return null;
                }

                overall.Add(new GroupValue(new PropertyBagBuilder(session.Parsing.Shapes).Set("namespace", id).Set("permissions", PermissionReading.TextOf(held)).Build()));
            }

            properties = properties.With("overall", new ListValue(overall));
        }

        return role with { Properties = properties };
    }

    /// <summary>A basic user's number is its site's own.</summary>
    private static bool IsBasic(Item account) => string.Equals(account.Properties.TextOf("identityType"), "BasicUser", StringComparison.OrdinalIgnoreCase);

    private static PropertyValue Member(Item account)
        => new GroupValue(new PropertyBagBuilder().Set("account", account.Properties.TextOf("accountName") ?? account.Name).Set("id", account.Key.Id).Set("sid", account.Properties.TextOf("sid") ?? string.Empty).Build());
}
