using RMF.Policy;

namespace RMF.PowerShell.Policies;

/// <summary>Puts a first policy together; what is not named has its default.</summary>
internal static class PolicyDraft
{
    /// <param name="name">The policy's name.</param>
    /// <param name="sites">Name and site.</param>
    /// <param name="primaries">Primary recorders.</param>
    /// <param name="secondaries">Secondary recorders; they take the primaries in turn.</param>
    public static RedundancyPolicy Of(string name, IEnumerable<(string Name, SitePolicy Site)> sites, IReadOnlyList<string> primaries, IReadOnlyList<string> secondaries) => new()
    {
        Name = name,
        Sites = sites.ToDictionary(s => s.Name, s => s.Site, StringComparer.Ordinal),
        Recorders = new RecorderLabels
        {
            Primary = [.. primaries.Select(RecorderName.Parse)],
            Secondary = [.. secondaries.Select(RecorderName.Parse)],
        },
        Links =
        [
            .. primaries.Select((primary, i) => new RecorderLink
            {
                Primary = RecorderName.Parse(primary),
                Secondary = RecorderName.Parse(secondaries[i % secondaries.Count]),
            }),
        ],
    };
}
