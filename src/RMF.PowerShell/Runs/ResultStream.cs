using System.Collections.Concurrent;
using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Runs;

/// <summary>
/// Writes the result of each change once, as soon as it is final: a device that was added, what failed or was skipped at once, everything
/// else when it has been read back. Errors come after everything, so that ErrorAction Stop ends no run in the middle. Thread-safe.
/// </summary>
internal sealed class ResultStream
{
    private readonly Show show;
    private readonly Action<object> write;
    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    public ResultStream(Show show, Action<object> write)
    {
        this.show = show;
        this.write = write;
    }

    /// <summary>Takes a result while the run goes on.</summary>
    public void Report(ChangeResult result)
    {
        if (!IsReadBack(result))
        {
            Write(result);
        }
    }

    /// <summary>Writes what was not final before.</summary>
    public void Finish(RunReport report)
    {
        foreach (var result in report.Results)
        {
            Write(result);
        }
    }

    /// <summary>One error for each change that did not end as wanted; none for what was skipped because of another one.</summary>
    public IEnumerable<ErrorRecord> Errors(RunReport report)
    {
        var failed = new HashSet<string>(report.Results.Where(r => r.Change.Writes && r.Status != ChangeStatus.Verified).Select(r => r.Change.Id), StringComparer.Ordinal);
        return report.Results
            .Where(r => failed.Contains(r.Change.Id) && !(r.Status == ChangeStatus.Skipped && r.Change.DependsOn.Any(failed.Contains)))
            .Select(r => RmfErrorRecord.From(r, show.Result(r)));
    }

    private static bool IsReadBack(ChangeResult result)
        => result.Status is ChangeStatus.Confirmed or ChangeStatus.Unknown;

    private void Write(ChangeResult result)
    {
        if (result.Change.Writes && written.TryAdd(result.Change.Id, value: true))
        {
            write(show.Result(result));
        }
    }
}
