using RMF.Core.Inventory;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning.SiteItems;

/// <summary>What is special about a role's members: the administrators' are never taken out, and basic users are only reported.</summary>
internal static class RoleMembers
{
    private const string Members = "users";

    /// <summary>XProtect's own spelling.</summary>
    private const string Administrative = "Adminstrative";

    /// <summary>Taking an account out of the administrators could lock everybody out, our own account first: it is shown and not written.</summary>
    public static void Protect(Item theirs, MergeOutcome outcome)
    {
        if (theirs.Key.Kind != ItemKind.Role || !string.Equals(theirs.Properties.TextOf("roleType"), Administrative, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var removal in outcome.Updates.Where(u => u.After is null && string.Equals(PropertyPath.Parse(u.Path).Property, Members, StringComparison.Ordinal)).ToList())
        {
            outcome.Updates.Remove(removal);
            outcome.Unsupported.Add(removal with { Detail = "a member of the administrators is never taken out by RMF; do it by hand if it is wanted" });
        }
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
