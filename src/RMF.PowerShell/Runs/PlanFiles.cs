using RMF.Engine.Plans;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Runs;

/// <summary>Reads plan files for cmdlets. Call it on the pipeline's thread.</summary>
internal static class PlanFiles
{
    /// <summary>The plan that was given, or that the file holds. Ends the cmdlet when the file holds none, or a changed one.</summary>
    public static RmfPlan RequirePlan(this RmfCmdlet cmdlet, PlanArgument argument)
    {
        if (argument.Plan is { } plan)
        {
            return plan;
        }

        var path = cmdlet.ResolvePath(argument.Path!);
        if (!Read(path).TryGet(out var read, out var failure))
        {
            cmdlet.ThrowTerminatingError(RmfErrorRecord.From(failure, path));
            throw new InvalidOperationException("ThrowTerminatingError returned.");
        }

        return read;
    }

    /// <param name="path">The full path.</param>
    public static RunOutcome<RmfPlan> Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return new RunFailure("RMF2104", $"There is no file {path}.", "Check the path. New-RmfPlan -OutFile writes a plan.");
        }

        if (file.Length > PlanReader.MaximumBytes)
        {
            return new RunFailure("RMF2105", FormattableString.Invariant($"{path} is larger than {PlanReader.MaximumBytes} bytes; no plan is."), "Check the path.");
        }

        try
        {
            return PlanReader.Read(File.ReadAllBytes(path), path).TryGet(out var plan, out var failure)
                ? new RmfPlan(plan, path, new Show().Change)
                : failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new RunFailure("RMF2104", $"{path} cannot be read: {exception.Message}", "Check the path and the rights on the file.");
        }
    }
}
