using System.Globalization;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Lab;

/// <summary>Policies over simulated sites.</summary>
internal static class Texts
{
    /// <summary>The first site is the primary, the last the secondary; recorder n is linked to recorder n, or to the last there is.</summary>
    /// <param name="duo">The sites.</param>
    /// <param name="more">What else the policy says.</param>
    /// <param name="storages">The storage map of every link, as YAML.</param>
    public static string TwoSites(Duo duo, string more = "", string? storages = null)
    {
        var primary = duo.Primary.Recorders.Select(r => r.Name).ToList();
        var secondary = duo.Secondary.Recorders.Select(r => r.Name).ToList();
        var links = primary.Select((name, i) => $"  - {{ primary: \"{name}\", secondary: \"{secondary[Math.Min(i, secondary.Count - 1)]}\"{(storages is null ? "" : $", storage: {storages}")} }}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            apiVersion: rmf/v1
            architecture: independent
            sites:
            {Site(duo.Primary, "primary")}
            {Site(duo.Secondary, "secondary")}
            recorders: {List(primary, secondary)}
            links:
            {string.Join('\n', links)}
            {more}

            """);
    }

    public static string Site(SimulatedSite site, string side)
        => $"  {site.Name}: {{ side: {side}, uri: \"{site.BaseUri}\", credential: {{ type: basic, user: \"{site.BasicUser}\", password: {{ secret: {site.Name} }} }} }}";

    public static string List(IEnumerable<string> primary, IEnumerable<string> secondary)
        => $"{{ primary: [{string.Join(", ", primary.Select(n => $"\"{n}\""))}], secondary: [{string.Join(", ", secondary.Select(n => $"\"{n}\""))}] }}";
}
