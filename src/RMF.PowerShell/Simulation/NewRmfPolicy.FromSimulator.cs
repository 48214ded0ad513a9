using System.Management.Automation;
using RMF.Policy;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Simulation;

namespace RMF.PowerShell.Policies;

/// <content>A policy for the simulated sites of this session.</content>
public sealed partial class NewRmfPolicy
{
    private const string FromSimulators = "Simulator";

    /// <summary>Takes sites and recorders from the simulated sites that run in this session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromSimulators)]
    public SwitchParameter FromSimulator { get; set; }

    private RedundancyPolicy Simulated()
    {
        var sites = Session.Get<RunningSimulators>().All;
        var primary = sites.Where(s => s.Side == nameof(SiteSide.Primary)).ToList();
        var secondary = sites.Where(s => s.Side == nameof(SiteSide.Secondary)).ToList();
        if (primary.Count == 0 || secondary.Count == 0)
        {
            ThrowTerminatingError(RmfErrorRecord.Create(
                "NoSimulatedPair",
                ErrorCategory.ObjectNotFound,
                $"{primary.Count} primary and {secondary.Count} secondary simulated sites run in this session; one of each is needed.",
                "Start both sides with Start-RmfSimulator.",
                target: null));
        }

        return PolicyDraft.Of(
            System.IO.Path.GetFileNameWithoutExtension(Path),
            primary.Concat(secondary).Select(s => (s.Site, Describe(s))),
            [.. primary.SelectMany(RecordersOf)],
            [.. secondary.SelectMany(RecordersOf)]);

        // A recorder's name alone may stand on several sites.
        IEnumerable<string> RecordersOf(RmfSimulator site) => site.Recorders.Select(r =>
            sites.Count(s => Array.Exists(s.Recorders, other => other.Recorder == r.Recorder)) > 1 ? $"{site.Site}/{r.Recorder}" : r.Recorder);
    }

    private static SitePolicy Describe(RmfSimulator simulator) => new()
    {
        Side = simulator.Side == nameof(SiteSide.Primary) ? SiteSide.Primary : SiteSide.Secondary,
        Uri = simulator.BaseUri,
        Credential = new CredentialPolicy { User = simulator.User, Password = new SecretReference(SecretStore.Environment, simulator.PasswordVariable) },
    };
}
