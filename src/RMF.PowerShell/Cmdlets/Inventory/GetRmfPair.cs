using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inventory;

/// <summary>Shows which object of one side is which of the other, by what they were paired, and what has no counterpart.</summary>
[Cmdlet(VerbsCommon.Get, "RmfPair")]
[OutputType(typeof(RmfPair))]
public sealed class GetRmfPair : InventoryCmdlet
{
    /// <summary>Name on either side; wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    /// <summary>Hardware or Camera alone.</summary>
    [Parameter]
    [ValidateSet("Hardware", "Camera")]
    public string? Kind { get; set; }

    /// <summary>One state alone.</summary>
    [Parameter]
    [ValidateSet("Paired", "MissingOnTarget", "OrphanOnTarget", "Ambiguous", "Replaced", "Tombstoned", "Unknown")]
    public string? State { get; set; }

    private protected override IEnumerable<object> Select(PreparedRun run)
    {
        var pattern = NamePattern.Of(Name);
        return Inventories.Pairs(run).Where(p => (pattern.IsMatch(p.Primary) || pattern.IsMatch(p.Secondary))
            && (Kind is null || string.Equals(Kind, p.Kind, StringComparison.OrdinalIgnoreCase))
            && (State is null || string.Equals(State, p.State, StringComparison.OrdinalIgnoreCase)));
    }
}
