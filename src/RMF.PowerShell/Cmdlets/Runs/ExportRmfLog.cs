using System.Management.Automation;
using System.Runtime.InteropServices;
using RMF.Engine.Logs;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Policies;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Runs;

/// <summary>Makes one ZIP file about a run, to be sent to somebody who helps: journal, log, policy and versions, without secrets. Without a run, about the newest. Asks no site.</summary>
[Cmdlet(VerbsData.Export, "RmfLog")]
[OutputType(typeof(FileInfo))]
public sealed class ExportRmfLog : JournalCmdlet
{
    /// <summary>The ZIP file to make.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The id of a run, or its beginning.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string? Run { get; set; }

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = ResolvePath(Path);
        RefuseExisting(file, Force);
        var policy = this.RequirePolicy(Policy);
        var runs = Run is null ? Read(1) : [.. Find(Read(int.MaxValue), Run)];
        if (runs.Count == 0)
        {
            if (Run is null)
            {
                WriteError(RmfErrorRecord.Create("RunNotFound", ErrorCategory.ObjectNotFound, "The journal holds no run.", "A run writes it: Invoke-RmfPlan, Sync-RmfSite.", policy.JournalPath));
            }

            return;
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
            if (SupportArchive.Write(stream, runs[runs.Count - 1], policy.Model, Versions()) is { } failure)
            {
                WriteError(RmfErrorRecord.From(failure, file));
                return;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(RmfErrorRecord.From(e, file));
        }

        WriteObject(new FileInfo(file));
    }

    private IEnumerable<string> Versions() =>
    [
        $"RMF.PowerShell {MyInvocation.MyCommand.Module?.Version?.ToString() ?? GetType().Assembly.GetName().Version?.ToString()}",
        $"PowerShell {Host.Version}",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
    ];
}
