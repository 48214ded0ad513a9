using System.Management.Automation;
using System.Text;
using RMF.Policy;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Policies;

/// <summary>Writes a first policy: from a few answers, or from a template.</summary>
[Cmdlet(VerbsCommon.New, "RmfPolicy", SupportsShouldProcess = true, DefaultParameterSetName = FromAnswers)]
[OutputType(typeof(RmfPolicy))]
public sealed partial class NewRmfPolicy : RmfCmdlet
{
    private const string FromAnswers = "Answers";
    private const string FromTemplate = "Template";

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>The primary management server's address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromAnswers)]
    public Uri PrimaryUri { get; set; } = null!;

    /// <summary>The secondary management server's address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromAnswers)]
    public Uri SecondaryUri { get; set; } = null!;

    /// <summary>The primary recording servers.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromAnswers)]
    public string[] PrimaryRecorder { get; set; } = [];

    /// <summary>The secondary recording servers: one for all, or one for each primary.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromAnswers)]
    public string[] SecondaryRecorder { get; set; } = [];

    /// <summary>The primary site's name.</summary>
    [Parameter(ParameterSetName = FromAnswers)]
    public string PrimarySite { get; set; } = "primary";

    /// <summary>The secondary site's name.</summary>
    [Parameter(ParameterSetName = FromAnswers)]
    public string SecondarySite { get; set; } = "secondary";

    /// <summary>A basic user of both sites; its passwords are looked for as the secrets rmf-{site}. Default: the Windows account that runs.</summary>
    [Parameter(ParameterSetName = FromAnswers)]
    public string? User { get; set; }

    /// <summary>A policy that is written as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromTemplate)]
    public PolicyTemplate Template { get; set; }

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the policy.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = ResolvePath(Path);
        RefuseExisting(file, Force);

        var text = Compose();
        var errors = PolicyReader.Parse(text, file).Messages.Where(m => m.Severity == PolicySeverity.Error).ToList();
        if (errors.Count > 0)
        {
            errors.ForEach(e => WriteError(RmfErrorRecord.From(e)));
            return;
        }

        if (!ShouldProcess(file, "Write policy"))
        {
            return;
        }

        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(RmfErrorRecord.From(exception, file));
        }

        if (PassThru)
        {
            WriteObject(this.LoadPolicy(file, warn: true));
        }
    }

    private string Compose() => ParameterSetName switch
    {
        FromTemplate => PolicyTemplates.Text(Template),
#if NET8_0_OR_GREATER
        FromSimulators => PolicyWriter.ToYaml(Simulated()),
#endif
        _ => PolicyWriter.ToYaml(Answered()),
    };

    private RedundancyPolicy Answered()
    {
        if (SecondaryRecorder.Length != 1 && SecondaryRecorder.Length != PrimaryRecorder.Length)
        {
            ThrowTerminatingError(RmfErrorRecord.Create(
                "RecordersDoNotPair",
                ErrorCategory.InvalidArgument,
                $"{PrimaryRecorder.Length} primary recorders cannot be paired with {SecondaryRecorder.Length} secondary ones.",
                "Give one secondary recorder for all, or one for each primary, in the same order.",
                SecondaryRecorder));
        }

        return PolicyDraft.Of(
            System.IO.Path.GetFileNameWithoutExtension(Path),
            [
                (PrimarySite, new SitePolicy { Side = SiteSide.Primary, Uri = PrimaryUri, Credential = CredentialOf(PrimarySite) }),
                (SecondarySite, new SitePolicy { Side = SiteSide.Secondary, Uri = SecondaryUri, Credential = CredentialOf(SecondarySite) }),
            ],
            PrimaryRecorder,
            SecondaryRecorder);
    }

    private CredentialPolicy? CredentialOf(string site) => User is null
        ? null
        : new CredentialPolicy { User = User, Password = new SecretReference(SecretStore.Secret, $"rmf-{site}") };
}
