using RMF.Core.Inventory;

namespace RMF.Core.Planning;

/// <summary>A policy without selectors: all that hangs on labelled recording servers.</summary>
public sealed class EverythingManaged : IManagedSet
{
    public static readonly EverythingManaged Instance = new();

    private EverythingManaged()
    {
    }

    public bool CoversEverything => true;

    public bool CoversCamera(Item camera, SideView side) => true;

    public bool CoversHardware(Item hardware, SideView side) => true;
}
