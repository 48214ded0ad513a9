using RMF.Core.Inventory;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning.SiteItems;

/// <summary>What is special about a role's members: the administrators' and our own account are never taken out, and basic users are only reported.</summary>
internal static class RoleMembers
{
    private const string Members = "users";

    /// <summary>XProtect's own spelling.</summary>
    private const string Administrative = "Adminstrative";

    /// <summary>
    /// Taking an account out of the administrators could lock everybody out, and taking our own account out of any role could end the run
    /// that does it: both are shown and not written.
    /// </summary>
    /// <param name="theirs">The target's role.</param>
    /// <param name="own">Name of the account that RMF is logged in with there, with or without its domain; null = not known.</param>
    /// <param name="outcome">What was merged; such removals move to what is not supported.</param>
    public static void Protect(Item theirs, string? own, MergeOutcome outcome)
    {
        if (theirs.Key.Kind != ItemKind.Role)
        {
            return;
        }

        var isAdministrative = string.Equals(theirs.Properties.TextOf("roleType"), Administrative, StringComparison.OrdinalIgnoreCase);
        foreach (var removal in outcome.Updates.Where(u => u.After is null).ToList())
        {
            var path = PropertyPath.Parse(removal.Path);
            if (!string.Equals(path.Property, Members, StringComparison.Ordinal))
            {
                continue;
            }

            var reason = isAdministrative ? "a member of the administrators is never taken out by RMF; do it by hand if it is wanted"
                : path.Key is { } sid && own is not null && IsAccount(theirs, sid, own) ? $"it looks like the account that RMF is logged in with ({own}), which RMF never takes out of a role; do it by hand if it is wanted"
                : null;
            if (reason is not null)
            {
                outcome.Updates.Remove(removal);
                outcome.Unsupported.Add(removal with { Detail = reason });
            }
        }
    }

    private static bool IsAccount(Item role, string sid, string account)
        => role.Properties[Members] is ListValue members
            && members.Items.OfType<GroupValue>().Any(m => string.Equals(m.Members.TextOf("sid"), sid, StringComparison.OrdinalIgnoreCase)
                && string.Equals(WithoutDomain(m.Members.TextOf("account") ?? string.Empty), WithoutDomain(account), StringComparison.OrdinalIgnoreCase));

    /// <summary>The name in <c>DOMAIN\name</c>, <c>name@domain</c> or <c>name</c>. Two of that name in different domains are taken for one: nobody is locked out by that.</summary>
    private static string WithoutDomain(string account)
    {
        var name = account.Substring(account.LastIndexOf('\\') + 1);
        var at = name.IndexOf('@');
        return at > 0 ? name.Substring(0, at) : name;
    }

    /// <summary>Basic users exist on one site alone and their passwords cannot be read: those that the target's role lacks are named.</summary>
    public static IEnumerable<Change> Report(Change template, Item ours, Item? theirs)
    {
        var there = new HashSet<string>(NamesOf(theirs), StringComparer.OrdinalIgnoreCase);
        var missing = NamesOf(ours).Where(n => !there.Contains(n)).OrderBy(n => n, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            yield return template with
            {
                Id = template.Address + "#basicUsers",
                Action = ChangeAction.Unsupported,
                Reason = ChangeReason.NotSupportedByTarget,
                Method = WriteMethod.None,
                Properties = [],
                DependsOn = [],
                Detail = $"basic users are not copied, because their passwords cannot be read: {string.Join(", ", missing)}; make them on the target and put them into the role",
            };
        }
    }

    private static IEnumerable<string> NamesOf(Item? role) => role?.Properties["basicUsers"] is ListValue list ? list.Items.OfType<Scalar>().Select(s => s.Value) : [];
}
