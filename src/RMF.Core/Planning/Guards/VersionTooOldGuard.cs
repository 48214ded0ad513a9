using RMF.Core.Inventory;
using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses to write to a site whose release is older than the first one with the REST interface, 2021 R2 (21.2). Something that answers there all the
/// same is not what this was made for. A version that is not told, or is no number, is not judged.
/// </summary>
public sealed class VersionTooOldGuard : IGuard
{
    private static readonly Version Least = new(21, 2);

    public string Name => "VersionTooOld";

    public string Purpose => "A release from before the interface was made may take a write otherwise than it says.";

    public GuardResult? Check(GuardContext context)
    {
        var old = context.Input.View(context.Options.Direction.Target()).Sites.Where(IsOld).OrderBy(s => s.Site, StringComparer.Ordinal).ToList();
        var names = new HashSet<string>(old.Select(s => s.Site), StringComparer.Ordinal);
        var refused = context.Draft.Changes.Where(c => c.Writes && names.Contains(c.Site)).Select(c => c.Id).ToList();
        return refused.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"{string.Join(", ", old.Select(s => $"{s.Site} runs {s.Version}"))}; the limit is {Least}, and the plan writes {Counted.Of(refused.Count, "change")} there. Update the site; if it cannot be updated, allow it with -AllowGuard {Name}."),
                refused);
    }

    private static bool IsOld(SiteSnapshot site) => Version.TryParse(site.Version, out var version) && version < Least;
}
