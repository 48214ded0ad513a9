using System.Management.Automation;
using RMF.Policy;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Policies;

/// <summary>Checks a policy: one object for each thing to say.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfPolicy")]
[OutputType(typeof(PolicyFinding), typeof(bool))]
public sealed class TestRmfPolicy : RmfCmdlet
{
    /// <summary>A file, or a folder whose YAML files are merged. Default: the current policy.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string? Path { get; set; }

    /// <summary>Gives true or false instead: whether the policy can be used.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var result = PolicyReader.Load(Path is { } path ? ResolvePath(path) : this.CurrentPolicyPath());
        if (Quiet)
        {
            WriteObject(result.IsValid);
            return;
        }

        foreach (var message in result.Messages)
        {
            WriteObject(new PolicyFinding(message));
        }
    }
}
