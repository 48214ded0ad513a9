using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Policy;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>
/// The base of cmdlets that work on recordings of both sides. They go on while one side does not answer: it is told as a warning, and what
/// that side has recorded counts as unknown.
/// </summary>
public abstract class PlaybackCmdlet : RunCmdlet
{
    /// <summary>The cameras that are meant.</summary>
    private protected Selection Wanted { get; } = new("Camera");

    /// <summary>This machine's clock.</summary>
    private protected static DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <summary>Which camera is which is all that is asked of the sites' configuration: what a run would keep equal costs minutes on a large site, and as long on a recording server that is away.</summary>
    private protected sealed override RedundancyPolicy Model => PolicyInUse.Model with
    {
        Synchronize = new SynchronizePolicy
        {
            Hardware = new() { Enabled = false },
            Cameras = new() { Enabled = false },
            Microphones = new() { Enabled = false },
            Speakers = new() { Enabled = false },
            Metadata = new() { Enabled = false },
            Inputs = false,
            Outputs = false,
            Groups = false,
            Views = new() { Native = false },
        },
    };

    private protected PlaybackPreference Preference => RMF.Policy.Playback.PlaybackPreferenceOf.Policy(PolicyInUse.Model.Playback);

    private protected RecordingReader NewReader() => new(TimeProvider.System, new RecordingReaderOptions { AtOnce = PolicyInUse.Model.Performance.Connections });

    /// <summary>The cameras that are meant and where both sides' recordings of them are. An error for each that is not there.</summary>
    private protected async Task<IReadOnlyList<RecordedPair>> FindAsync(CancellationToken cancellationToken)
    {
        var failed = new Dictionary<string, SiteError>(StringComparer.Ordinal);
        var sites = await ReachableSites.ConnectAsync(this, PolicyInUse, (name, failure) => Fail(failed, name, failure), cancellationToken).ConfigureAwait(false);
        var all = failed.Count == 0 ? await ReadBothAsync(sites, cancellationToken).ConfigureAwait(false) : null;
        all ??= await ReadOneAsync(sites, failed, cancellationToken).ConfigureAwait(false);
        var meant = all.Where(IsMeant).ToList();
        foreach (var error in Wanted.Missing(all.Select(p => p.Name)))
        {
            WriteError(error);
        }

        return meant;
    }

    private bool IsMeant(RecordedPair pair)
    {
        // Each is asked, so that each knows what it was found for.
        var byPrimary = pair.Primary is { } primary && Wanted.Includes(pair.Name, primary.Camera.CameraId);
        var bySecondary = pair.Secondary is { } secondary && (!Wanted.IsEverything || pair.Primary is null) && Wanted.Includes(secondary.Name.Length > 0 ? secondary.Name : pair.Name, secondary.Camera.CameraId);
        return byPrimary || bySecondary;
    }

    // Null where both sides could not be read together.
    private async Task<IReadOnlyList<RecordedPair>?> ReadBothAsync(IReadOnlyList<ISite> sites, CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Reading both sides");
        var set = new SiteSet(sites, owns: false);
        var planned = await TryPrepareAsync(set, events, cancellationToken).ConfigureAwait(false);
        if (planned.Failure is { Cause: null } failure)
        {
            ThrowTerminatingError(RmfErrorRecord.From(failure, PolicyInUse.Name));
        }

        // It is not remembered as the session's last reading: it is less than a run reads.
        return planned.TryGet(out var run, out _) ? [.. RecordedPairs.Of(run.Context.Input, site => set[site].Recordings)] : null;
    }

    private async Task<IReadOnlyList<RecordedPair>> ReadOneAsync(IReadOnlyList<ISite> sites, Dictionary<string, SiteError> failed, CancellationToken cancellationToken)
    {
        var snapshots = new List<SiteSnapshot>();
        foreach (var site in sites)
        {
            var read = await site.Reader.ReadAsync(RememberedPairs.Request, null, cancellationToken).ConfigureAwait(false);
            if (read.TryGet(out var snapshot))
            {
                snapshots.Add(snapshot);
            }
            else
            {
                Fail(failed, site.Info.Name, RunFailure.From(read.Error!));
            }
        }

        if (snapshots.Count == 0)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("NoSiteAnswers", ErrorCategory.ConnectionError, "No site of the policy answers, so no recording can be read.", "See the warnings above; Test-RmfSite looks at each site.", PolicyInUse.Name));
        }

        var loaded = await new FileStateStore(PolicyInUse.StatePath).LoadAsync(cancellationToken).ConfigureAwait(false);
        var memory = loaded.TryGet(out var slot, out _) && slot.State is { } state ? new PairMemory(state.Pairs) : PairMemory.Empty;
        return [.. new RememberedPairs(PolicyInUse.Model, memory, failed).Of(snapshots, site => sites.First(s => s.Info.Name == site).Recordings)];
    }

    private void Fail(Dictionary<string, SiteError> failed, string site, RunFailure failure)
    {
        // A failure that is none of the site, such as a password that is not there, is as good a reason.
        failed[site] = failure.Cause ?? new SiteError(SiteErrorKind.Unreachable, site, "log in", failure.Message, failure.Advice);
        WriteWarning($"{site} does not answer, so what it has recorded is not known: {failure.Message}");
    }
}
