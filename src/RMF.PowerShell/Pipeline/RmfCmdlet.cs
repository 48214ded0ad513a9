using System.Management.Automation;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Pipeline;

/// <summary>The base of every cmdlet of this module: the session of its runspace, and paths as PowerShell sees them.</summary>
public abstract class RmfCmdlet : PSCmdlet
{
    private RmfSession? session;

    /// <summary>The state of this runspace: connected sites, the current policy, running simulators.</summary>
    internal RmfSession Session => session ??= RmfSession.Current;

    /// <summary>Ends the cmdlet where a file that it would write is there already; null and -Force let it pass.</summary>
    internal void RefuseExisting(string? file, bool force)
    {
        if (file is not null && !force && File.Exists(file))
        {
            ThrowTerminatingError(RmfErrorRecord.Create("FileExists", ErrorCategory.ResourceExists, $"{file} exists already.", "Choose another path, or overwrite it with -Force.", file));
        }
    }

    /// <summary>The full path of a file that need not exist; wildcards are taken literally. Call it on the pipeline's thread.</summary>
    internal string ResolvePath(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
}
