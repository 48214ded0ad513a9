using RMF.Engine.Plans;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Runs;

/// <summary>Reads plan files for cmdlets.</summary>
internal static class PlanFiles
{
    /// <summary>The plan; ends the cmdlet when the file holds none, or a changed one.</summary>
    public static RmfPlan Read(RmfCmdlet cmdlet, string path)
    {
        var file = new FileInfo(path);
        var outcome = !file.Exists
            ? new RunFailure("RMF2104", $"There is no file {path}.", "Check the path. New-RmfPlan -OutFile writes a plan.")
            : file.Length > PlanReader.MaximumBytes
                ? new RunFailure("RMF2105", FormattableString.Invariant($"{path} is larger than {PlanReader.MaximumBytes} bytes; no plan is."), "Check the path.")
                : PlanReader.Read(File.ReadAllBytes(path), path);
        if (!outcome.TryGet(out var plan, out var failure))
        {
            cmdlet.ThrowTerminatingError(RmfErrorRecord.From(failure, path));
            throw new InvalidOperationException("ThrowTerminatingError returned.");
        }

        return new RmfPlan(plan, null, path, new Show().Change);
    }
}
