using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>Takes single pictures from the side that serves, and from the other one where that gives none. Thread-safe.</summary>
/// <param name="reader">Reads what both sides have.</param>
/// <param name="preference">The policy's playback part.</param>
/// <param name="only">The one side that is asked; null = both.</param>
public sealed class Snapshots(RecordingReader reader, PlaybackPreference preference, Side? only)
{
    // How far around a time is looked for the next one that has footage.
    private static readonly TimeSpan Around = TimeSpan.FromHours(12);

    /// <summary>Takes one.</summary>
    /// <param name="pair">The camera.</param>
    /// <param name="at">The time, UTC; null = now.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<TakenPicture> TakeAsync(RecordedPair pair, DateTimeOffset? at, CancellationToken cancellationToken)
        => at is { } time ? RecordedAsync(pair, time, cancellationToken) : LiveAsync(pair, cancellationToken);

    private async Task<TakenPicture> LiveAsync(RecordedPair pair, CancellationToken cancellationToken)
    {
        var errors = new List<(Side, SiteError)>();
        foreach (var side in new[] { preference.Preferred, preference.Other }.Where(s => only is null || s == only))
        {
            if (pair.Of(side) is not { } source)
            {
                continue;
            }

            var picture = await source.Recordings.ReadLivePictureAsync(source.Camera, cancellationToken).ConfigureAwait(false);
            if (picture.TryGet(out var frame))
            {
                return new TakenPicture(side, frame, Reason(side, PlaybackReason.PreferredOffline), errors, null);
            }

            errors.Add((side, picture.Error!));
        }

        return new TakenPicture(preference.Preferred, null, "", errors, null);
    }

    private async Task<TakenPicture> RecordedAsync(RecordedPair pair, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(pair, new TimeRange(time - Around, time + Around), cancellationToken).ConfigureAwait(false);
        var (primary, secondary) = (Footage(read, Side.Primary), Footage(read, Side.Secondary));
        var errors = new List<(Side, SiteError)>();
        foreach (var side in new[] { Side.Primary, Side.Secondary }.Where(s => (only is null || s == only) && read.Of(s).Error is not null))
        {
            errors.Add((side, read.Of(side).Error!));
        }

        // A side that fails counts as offline from then on; there are two.
        while (true)
        {
            var decision = PlaybackChoice.At(only is { } one ? new PlaybackPreference(one, SkipGaps: false) : preference, primary, secondary, time);
            if (decision.Plays is not { } side)
            {
                return new TakenPicture(preference.Preferred, null, "", errors, decision.Next);
            }

            var source = pair.Of(side)!;
            var frame = await GotoAsync(source, time, cancellationToken).ConfigureAwait(false);
            if (frame.Value is { } picture)
            {
                return new TakenPicture(side, picture, Reason(side, decision.Reason), errors, null);
            }

            if (frame.Error is { } error)
            {
                errors.Add((side, error));
            }

            (primary, secondary) = side == Side.Primary ? (SideFootage.Unknown, secondary) : (primary, SideFootage.Unknown);
        }
    }

    private SideFootage Footage(PairRecordings read, Side side) => only is null || side == only ? read.Of(side).Footage : SideFootage.Unknown;

    private string Reason(Side side, PlaybackReason reason)
        => only is not null ? "Asked" : side == preference.Preferred ? nameof(PlaybackReason.Preferred) : reason.ToString();

    private static async Task<Outcome<RecordedFrame?>> GotoAsync(RecordedSource source, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var opened = await source.Recordings.OpenAsync(source.Camera, cancellationToken).ConfigureAwait(false);
        if (!opened.TryGet(out var frames))
        {
            return opened.Error!;
        }

        await using (frames.ConfigureAwait(false))
        {
            return await frames.GotoAsync(time, cancellationToken).ConfigureAwait(false);
        }
    }
}
