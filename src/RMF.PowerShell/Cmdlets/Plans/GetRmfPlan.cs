using System.Management.Automation;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Plans;

/// <summary>Reads a plan from a file and checks that nobody changed it; without a path, the last plan of this session.</summary>
[Cmdlet(VerbsCommon.Get, "RmfPlan")]
[OutputType(typeof(RmfPlan))]
public sealed class GetRmfPlan : RmfCmdlet
{
    /// <summary>A file that New-RmfPlan -OutFile wrote.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Path is not null)
        {
            var path = ResolvePath(Path);
            if (PlanFiles.Read(path).TryGet(out var plan, out var failure))
            {
                WriteObject(plan);
            }
            else
            {
                WriteError(RmfErrorRecord.From(failure, path));
            }
        }
        else if (Session.Get<RunMemory>().LastPlan is { } last)
        {
            WriteObject(last);
        }
        else
        {
            WriteError(RmfErrorRecord.Create("NoPlan", ErrorCategory.ObjectNotFound, "No plan was made in this session.", "Make one with New-RmfPlan, or name a plan's file.", null));
        }
    }
}
