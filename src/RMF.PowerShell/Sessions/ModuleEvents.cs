using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RMF.PowerShell.Sessions;

/// <summary>What PowerShell calls when the module comes and goes.</summary>
public sealed class ModuleEvents : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
#if NETSTANDARD2_0
        DesktopAssemblies.Resolve();
#endif
    }

    /// <summary>Logs out of the sites of this runspace and stops its simulators.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            RmfSession.Close(runspace);
        }
    }
}
