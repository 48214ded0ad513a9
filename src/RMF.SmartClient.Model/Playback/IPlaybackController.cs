using RMF.Core.Playback;

namespace RMF.SmartClient.Model.Playback;

/// <summary>A playback controller of the client: the window's, or a tile's own. All members belong to the user interface's thread and return quickly.</summary>
public interface IPlaybackController
{
    /// <summary>The recorded time that it shows, UTC.</summary>
    DateTimeOffset Time { get; }

    /// <summary>Whether it plays.</summary>
    PlaybackMode Mode { get; }

    /// <summary>How fast it plays, without a sign; 1 = as recorded.</summary>
    double Speed { get; }

    /// <summary>Time, mode or speed changed.</summary>
    event EventHandler? Changed;

    /// <summary>Goes to a time. What it does otherwise goes on.</summary>
    void Goto(DateTimeOffset time);

    /// <summary>Stands still.</summary>
    void Stop();
}
