using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Identity;
using RMF.XProtect.Reading;

namespace RMF.XProtect.Operator;

/// <summary>
/// Finds out whether the account that is logged in has a permission on an object, by the roles that name it. An account that comes into a role by a
/// group of the domain is not found there, and one that may not read roles is not told: then nothing is known. Thread-safe.
/// </summary>
internal sealed class AccountRights(SiteSession session)
{
    private const string Administrative = "Adminstrative";
    private const string FullControl = "FULL_CONTROL";

    private static readonly Binding Roles = BindingTable.Find(ItemKind.Role)!;
    private static readonly Binding Users = new(ItemKind.Role, "users", ReadWay.PerOwner, CostTier.PerItem, WriteWay.None);
    private static readonly Binding Namespaces = new(ItemKind.Role, "securityNamespaces", ReadWay.Bulk, CostTier.PerItem, WriteWay.None);

    private readonly CollectionReader collections = new(session);
    private readonly PermissionReading permissions = new(session);

    /// <summary>Null = nothing is known.</summary>
    public async Task<Outcome<bool?>> MayAsync(string path, string permission, CancellationToken cancellationToken)
    {
        var roles = await RolesOfAccountAsync(cancellationToken).ConfigureAwait(false);
        if (roles is not { Count: > 0 })
        {
            return (bool?)null;
        }

        if (roles.Exists(static r => string.Equals(r.Properties.TextOf("roleType"), Administrative, StringComparison.OrdinalIgnoreCase)))
        {
            return (bool?)true;
        }

        foreach (var role in roles)
        {
            var held = await permissions.ReadAsync(path, "ChangeSecurityPermissions", PermissionReading.OfRole(role.Key.Id), cancellationToken).ConfigureAwait(false);
            if (!held.TryGet(out var own))
            {
                return (bool?)null;
            }

            if (own.TryGetValue(permission, out var value) && !PermissionReading.IsNothing(value))
            {
                return (bool?)true;
            }
        }

        return await HasOverallAsync(roles, permission, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A permission on all cameras may stand in a role's overall permissions in place of each camera's.</summary>
    private async Task<Outcome<bool?>> HasOverallAsync(List<Item> roles, string permission, CancellationToken cancellationToken)
    {
        var spaces = await collections.ReadItemsAsync(Namespaces, Namespaces.Resource, static () => new Query(), null, cancellationToken).ConfigureAwait(false);
        if (!spaces.IsWhole)
        {
            return (bool?)null;
        }

        foreach (var space in spaces.Items.Where(static s => string.Equals(s.Item.Name, "Cameras", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var role in roles)
            {
                var read = await permissions.ReadAsync($"{Roles.Resource}/{role.Key.Id}", "ChangeOverallSecurityPermissions", PermissionReading.OfNamespace(space.Item.Key.Id), cancellationToken).ConfigureAwait(false);
                if (!read.TryGet(out var held))
                {
                    return (bool?)null;
                }

                if (IsAllowed(held, permission) || IsAllowed(held, FullControl))
                {
                    return (bool?)true;
                }
            }
        }

        return (bool?)false;
    }

    private static bool IsAllowed(SortedDictionary<string, string> held, string permission)
        => held.TryGetValue(permission, out var value) && (string.Equals(value, "Allow", StringComparison.OrdinalIgnoreCase) || string.Equals(value, "True", StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when the roles cannot be read.</summary>
    private async Task<List<Item>?> RolesOfAccountAsync(CancellationToken cancellationToken)
    {
        var roles = await collections.ReadItemsAsync(Roles, Roles.Resource, static () => new Query(), null, cancellationToken).ConfigureAwait(false);
        if (!roles.IsWhole)
        {
            return null;
        }

        var own = new List<Item>();
        foreach (var role in roles.Items.ConvertAll(static r => r.Item))
        {
            var users = await collections.ReadItemsAsync(Users, $"{Roles.Resource}/{role.Key.Id}/{Users.Resource}", static () => new Query(), null, cancellationToken).ConfigureAwait(false);
            if (!users.IsWhole)
            {
                return null;
            }

            if (users.Items.Exists(u => IsAccount(u.Item)))
            {
                own.Add(role);
            }
        }

        return own;
    }

    private bool IsAccount(Item user)
    {
        var isBasic = string.Equals(user.Properties.TextOf("identityType"), "BasicUser", StringComparison.OrdinalIgnoreCase);
        if (isBasic != session.Connection.Credential is SiteCredential.Basic)
        {
            return false;
        }

        var name = user.Properties.TextOf("accountName") ?? user.Name;
        var domain = user.Properties.TextOf("domain") ?? string.Empty;
        var account = IdentityProvider.AccountOf(session.Connection.Credential);
        return string.Equals(account, isBasic || domain.Length == 0 ? name : domain + "\\" + name, StringComparison.OrdinalIgnoreCase);
    }
}
