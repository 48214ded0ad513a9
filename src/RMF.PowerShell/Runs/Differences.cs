using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Engine.Runs;

namespace RMF.PowerShell.Runs;

/// <summary>Lists what a plan would mend, and what it cannot, value by value.</summary>
internal static class Differences
{
    /// <summary>Something to know, not to mend: the sides count as equal.</summary>
    public const string Information = "Information";

    public static IEnumerable<RmfDifference> Of(PreparedRun run)
    {
        var show = new Show(run.Context.Input);
        var planned = new HashSet<ItemKey>(run.Plan.Changes.Select(c => c.Source).OfType<ItemKey>());
        var backup = run.Context.Source == Side.Primary;
        foreach (var change in run.Plan.Changes)
        {
            if (change.Action == ChangeAction.Adopt || change.DependsOn.Count > 0)
            {
                continue;
            }

            if (change.Action == ChangeAction.Create || change.Properties.Count == 0)
            {
                yield return new RmfDifference
                {
                    Pair = change.Name,
                    Kind = change.Kind.ToString(),
                    Primary = backup ? change.Name : null,
                    Secondary = backup ? null : change.Name,
                    Severity = "Error",
                    Fixable = change.Writes,
                    Reason = change.Reason.ToString(),
                    Address = change.Address,
                    Detail = change.Detail,
                    ChangeId = change.Id,
                };
                continue;
            }

            foreach (var property in change.Properties)
            {
                var target = show.Value(property.Before, property.IsSensitive);
                var source = show.Value(property.After, property.IsSensitive);
                yield return new RmfDifference
                {
                    Pair = change.Name,
                    Kind = change.Kind.ToString(),
                    Path = property.Path,
                    Primary = backup ? source : target,
                    Secondary = backup ? target : source,
                    Severity = change.Action switch { ChangeAction.Conflict => "Error", ChangeAction.Unsupported => Information, _ => "Warning" },
                    Fixable = change.Writes,
                    Reason = property.Reason.ToString(),
                    Address = change.Address,
                    Detail = property.Detail,
                    ChangeId = change.Id,
                };
            }
        }

        // What has no counterpart in a reading that was not whole may well have one.
        foreach (var finding in run.Findings.Where(f => (f.State == PairState.OrphanOnTarget || (f.State == PairState.MissingOnTarget && !IsPlanned(planned, f)))
            && Protection.WhyUnseen(run.Context.Input, f.Side, f.Item) is null))
        {
            var onPrimary = finding.Side == Side.Primary;
            yield return new RmfDifference
            {
                Pair = finding.Item.Name,
                Kind = finding.Item.Key.Kind.ToString(),
                Primary = onPrimary ? finding.Item.Name : null,
                Secondary = onPrimary ? null : finding.Item.Name,
                Severity = finding.State == PairState.OrphanOnTarget ? Information : "Error",
                Reason = finding.State.ToString(),
                Detail = finding.Detail,
            };
        }
    }

    private static bool IsPlanned(HashSet<ItemKey> planned, PairFinding finding)
        => planned.Contains(finding.Item.Key);
}
