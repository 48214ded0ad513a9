using System.Management.Automation;
using RMF.Engine.Journal;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Policies;

namespace RMF.PowerShell.Runs;

/// <summary>The base of cmdlets that read a policy's journal. They ask no site.</summary>
public abstract class JournalCmdlet : RmfCmdlet
{
    /// <summary>A policy, or the path of one. Default: the one that Import-RmfPolicy set, else the environment variable RMF_POLICY.</summary>
    [Parameter]
    public PolicyArgument? Policy { get; set; }

    /// <summary>The newest runs, oldest first. Ends the cmdlet where they cannot be read.</summary>
    internal IReadOnlyList<JournalRun> Read(int last)
    {
        var path = this.RequirePolicy(Policy).JournalPath;
        if (!new FileJournal(path).Read(last).TryGet(out var runs, out var failure))
        {
            ThrowTerminatingError(RmfErrorRecord.From(failure, path));
            throw new InvalidOperationException("ThrowTerminatingError returned.");
        }

        return runs;
    }

    /// <summary>The runs whose id begins so; an error where there is none.</summary>
    internal IEnumerable<JournalRun> Find(IEnumerable<JournalRun> runs, string id)
    {
        var found = runs.Where(r => r.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
        {
            WriteError(RmfErrorRecord.Create("RunNotFound", ErrorCategory.ObjectNotFound, $"The journal holds no run '{id}'.", "Get-RmfRun lists the runs that are kept.", id));
        }

        return found;
    }
}
