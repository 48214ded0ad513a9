using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Actions;

/// <summary>
/// What the tiles of a client share for playback and operators' actions: the reader of recordings, the records of what a side lacks, the log of actions.
/// What a side lacked is done there while the client runs, when the side answers again. Made once for each <see cref="ClientSession"/>; belongs to the user
/// interface's thread.
/// </summary>
public sealed class OperatorDesk : IAsyncDisposable
{
    /// <param name="session">The client's session.</param>
    /// <param name="places">Tells where cameras look; null = presets cannot be made of the present place.</param>
    public OperatorDesk(ClientSession session, ICameraPlaces? places = null)
    {
        _ = session;
        _ = places;
    }

    /// <summary>Where the records and the log of actions are: <c>operator</c> in <see cref="IClientPlatform.DataFolder"/>.</summary>
    public string Folder => "";

    /// <summary>Begins to look for what a side lacks. Once.</summary>
    public void Start() => throw new NotSupportedException("not yet");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException("not yet");
}
