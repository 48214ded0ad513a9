using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inventory;

/// <summary>Compares the two sides kind by kind, in numbers. Test-RmfInconsistency lists the differences one by one.</summary>
[Cmdlet(VerbsData.Compare, "RmfSite")]
[OutputType(typeof(RmfComparison))]
public sealed class CompareRmfSite : InventoryCmdlet
{
    private protected override IEnumerable<object> Select(PreparedRun run)
    {
        var input = run.Context.Input;
        var different = run.Plan.Changes
            .Where(c => c.DependsOn.Count == 0 && c.Action is ChangeAction.Update or ChangeAction.Conflict or ChangeAction.Unsupported)
            .Select(c => (c.Kind, c.Address)).Distinct().GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Count());
        var owners = KindTable.DeviceKinds.Prepend(ItemKind.Hardware).ToList();
        foreach (var kind in owners.SelectMany(k => KindTable.Of(k).Parts.Prepend(k)))
        {
            var owner = owners.Find(k => KindTable.Of(k).Parts.Contains(kind));
            var isPart = KindTable.Of(kind).Pairing == PairingRule.AsParent;
            yield return new RmfComparison
            {
                Kind = kind.ToString(),
                Primary = input.Primary.OfKind(kind).Count,
                Secondary = input.Secondary.OfKind(kind).Count,
                Paired = input.Pairs.OfKind(isPart ? owner : kind).Count,
                Different = different.TryGetValue(kind, out var count) ? count : 0,
                MissingOnTarget = input.Pairs.Findings.Count(f => f.Item.Key.Kind == kind && f.State == PairState.MissingOnTarget),
                OrphanOnTarget = input.Pairs.Findings.Count(f => f.Item.Key.Kind == kind && f.State == PairState.OrphanOnTarget),
                Unknown = run.Plan.Unknown.Count(u => u.Key.Kind == kind),
            };
        }
    }
}
