using System.Management.Automation;
using RMF.Engine.Playback.Export.Check;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>Checks that the files of exports are as their manifests say: none missing, changed, cut off or added, and the manifest itself not edited. Asks no site.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfExport")]
[OutputType(typeof(RmfExportCheck), typeof(bool))]
public sealed class TestRmfExport : AsyncRmfCmdlet
{
    private readonly List<string> files = [];

    /// <summary>Manifests, or folders that hold some; wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Gives one Boolean: true when every export is intact.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            var found = WildcardPattern.ContainsWildcardCharacters(path) ? [.. GetResolvedProviderPathFromPSPath(path, out _)] : new List<string> { ResolvePath(path) };
            foreach (var one in found)
            {
                var manifests = Directory.Exists(one) ? Directory.GetFiles(one, "*.rmfexport.json").OrderBy(f => f, StringComparer.Ordinal).ToList() : [one];
                files.AddRange(manifests);
                if (manifests.Count == 0)
                {
                    WriteError(RmfErrorRecord.Create("ExportNotFound", ErrorCategory.ObjectNotFound, $"{one} holds no manifest of an export.", "Give the path of a file that ends with .rmfexport.json, or of its folder.", one));
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override Task EndAsync(CancellationToken cancellationToken)
    {
        var areIntact = files.Count > 0;
        foreach (var file in files)
        {
            var (manifest, findings) = ExportCheck.Run(file, cancellationToken);
            areIntact &= findings.Count == 0;
            if (!Quiet)
            {
                WriteObject(new RmfExportCheck
                {
                    Path = file,
                    Intact = findings.Count == 0,
                    Camera = manifest?.Camera ?? "",
                    From = manifest?.Range.Begin.LocalDateTime,
                    To = manifest?.Range.End.LocalDateTime,
                    Whole = manifest?.IsWhole,
                    Files = manifest?.Parts.Count ?? 0,
                    Fault = findings.Select(f => new RmfExportFault { File = f.File, Fault = f.Fault.ToString(), Detail = f.Detail }).ToList(),
                });
            }
        }

        if (Quiet)
        {
            WriteObject(areIntact);
        }

        return Task.CompletedTask;
    }
}
