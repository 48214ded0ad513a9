using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Policies;

/// <summary>Reads a policy and makes it the one that the other cmdlets use.</summary>
[Cmdlet(VerbsData.Import, "RmfPolicy")]
[OutputType(typeof(RmfPolicy))]
public sealed class ImportRmfPolicy : RmfCmdlet
{
    /// <summary>A file, or a folder whose YAML files are merged.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var policy = this.LoadPolicy(ResolvePath(Path), warn: true);
        Session.Get<CurrentPolicy>().Set(policy);
        WriteObject(policy);
    }
}
