using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>Recorders are labelled, once each, and their sites are on that side.</summary>
internal static class LabelCheck
{
    public static void Run(RedundancyPolicy policy, Reading reading)
    {
        if (!reading.IsWritten("recorders") || reading.IsBroken("recorders"))
        {
            return;
        }

        Side(policy, reading, "recorders.primary", policy.Recorders.Primary, SiteSide.Primary);
        Side(policy, reading, "recorders.secondary", policy.Recorders.Secondary, SiteSide.Secondary);
        BothSides(policy, reading);
    }

    private static void Side(RedundancyPolicy policy, Reading reading, string path, IReadOnlyList<RecorderName> labels, SiteSide side)
    {
        var word = side == SiteSide.Primary ? "primary" : "secondary";
        if (labels.Count == 0)
        {
            reading.Report(PolicyCodes.BadLabel, path, $"no recorder is labelled {word}", $"Name at least one {word} recorder.");
        }

        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].Site is not { } site || reading.IsBroken("sites"))
            {
                continue;
            }

            var item = PolicyPath.Item(path, i);
            if (!policy.Sites.TryGetValue(site, out var owner))
            {
                var near = reading.IsFull ? null : Spelling.Nearest(site, policy.Sites.Keys);
                reading.Report(PolicyCodes.BadLabel, item, $"'{labels[i]}' is on a site '{site}' that is not named", near is null ? "What stands before the slash is a name of sites." : $"Did you mean {near}/{labels[i].Name}?");
            }
            else if (owner.Side != side && owner.Side != SiteSide.Both)
            {
                reading.Report(PolicyCodes.BadLabel, item, $"'{labels[i]}' is labelled {word} and its site is on the other side", "A recorder's label is that of its site.");
            }
        }
    }

    private static void BothSides(RedundancyPolicy policy, Reading reading)
    {
        // Sites of several architectures may hold recorders of the same name; on one server it is the same recorder.
        var primaries = new HashSet<RecorderName>(policy.Recorders.Primary);
        for (var i = 0; i < policy.Recorders.Secondary.Count; i++)
        {
            var label = policy.Recorders.Secondary[i];
            if (primaries.Contains(label) && (label.Site is not null || policy.Architecture == Architecture.SingleSite))
            {
                reading.Report(PolicyCodes.BadLabel, PolicyPath.Item("recorders.secondary", i), $"'{label}' is labelled primary and secondary", "A recorder is one of the two.");
            }
        }
    }
}
