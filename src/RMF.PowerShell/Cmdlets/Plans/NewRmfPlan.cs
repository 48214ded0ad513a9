using System.Management.Automation;
using RMF.Engine.Plans;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Plans;

/// <summary>Reads both sides and plans what makes them equal. Writes nothing to any site.</summary>
[Cmdlet(VerbsCommon.New, "RmfPlan")]
[OutputType(typeof(RmfPlan))]
public sealed class NewRmfPlan : RunCmdlet
{
    private string? outPath;

    /// <summary>Writes the plan to this file as canonical JSON, for Invoke-RmfPlan later or elsewhere.</summary>
    [Parameter]
    [Alias("OutPath")]
    public string? OutFile { get; set; }

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        outPath = OutFile is null ? null : ResolvePath(OutFile);
        if (outPath is not null && !Directory.Exists(Path.GetDirectoryName(outPath)))
        {
            // Said before two sites are read for nothing.
            ThrowTerminatingError(RmfErrorRecord.From(new DirectoryNotFoundException($"There is no folder {Path.GetDirectoryName(outPath)} for the plan."), outPath));
        }

        RefuseExisting(outPath, Force);

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Planning");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        WarnIncomplete(run);
        foreach (var guard in run.Plan.Guards)
        {
            WriteWarning($"{guard.Guard}: {guard.Message}");
        }

        if (outPath is not null)
        {
            // Beside it first: a reader never finds half a plan.
            File.WriteAllBytes(outPath + ".new", PlanWriter.ToBytes(run.Plan));
            File.Delete(outPath);
            File.Move(outPath + ".new", outPath);
        }

        var plan = new RmfPlan(run.Plan, outPath, new Show(run.Context.Input).Change);
        Memory.LastPlan = plan;
        WriteObject(plan);
    }
}
