using RMF.Core.Inventory;

namespace RMF.Core.Planning;

/// <summary>What the policy's selectors let RMF touch. Pure; asked once per item and run.</summary>
public interface IManagedSet
{
    /// <summary>True when there are no selectors: nothing that hangs on a labelled recording server, or belongs to the site, is left out.</summary>
    bool CoversEverything { get; }

    bool CoversCamera(Item camera, SideView side);

    /// <summary>A device is covered when one of its cameras is.</summary>
    bool CoversHardware(Item hardware, SideView side);
}
