using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses to add more hardware to a site than it has device licences free. XProtect takes such a device for a time of grace and stops it
/// afterwards. Counted is one licence a hardware; an encoder may need more. What the plan deletes there frees a licence only later, so it
/// does not count. A site that does not tell its licences is not judged.
/// </summary>
public sealed class LicenseShortageGuard : IGuard
{
    public string Name => "LicenseShortage";

    public string Purpose => "A device without a licence stops after its time of grace.";

    public GuardResult? Check(GuardContext context)
    {
        var shortages = new List<string>();
        var refused = new List<string>();
        foreach (var site in Additions(context.Draft).GroupBy(c => c.Site, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var added = site.Select(c => c.Id).ToList();
            if (context.Licenses.TryGetValue(site.Key, out var licenses) && added.Count > licenses.Free)
            {
                shortages.Add(FormattableString.Invariant($"{Counted.Of(added.Count, "device")} to {site.Key}, which has {licenses.Free} of {licenses.Total} device licences free"));
                refused.AddRange(added);
            }
        }

        return refused.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan adds {string.Join("; ", shortages)}. Get licences or add fewer devices; to use the time of grace, allow it with -AllowGuard {Name}."),
                refused);
    }

    /// <summary>The changes of a plan that need a licence each.</summary>
    public static IEnumerable<Change> Additions(PlanDraft draft) => draft.Changes.Where(c => c.Action == ChangeAction.Create && c.Kind == Inventory.ItemKind.Hardware);
}
