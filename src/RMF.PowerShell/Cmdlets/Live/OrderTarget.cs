using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>What an order is about.</summary>
/// <param name="Scope">Camera, recording server or side.</param>
/// <param name="Side">The side to which it belongs; for a side, itself.</param>
/// <param name="Id">Its id; empty for a side.</param>
/// <param name="Name">Its name.</param>
internal sealed record OrderTarget(OverrideScope Scope, Side Side, string Id, string Name)
{
    public string Words => Scope switch
    {
        OverrideScope.Camera => $"camera {Name}",
        OverrideScope.Recorder => $"all cameras of recording server {Name}",
        _ => $"all cameras of the {Name.ToLowerInvariant()} side",
    };
}
