namespace RMF.Engine.Operator;

/// <summary>A manual recording that was started on both sides, so that it can go on at a side that was away.</summary>
/// <param name="Camera">The camera.</param>
/// <param name="Since">When it was started, UTC.</param>
/// <param name="Until">When the servers have ended it by themselves at the latest, UTC.</param>
public sealed record WatchedRecording(OperatorCamera Camera, DateTimeOffset Since, DateTimeOffset Until)
{
    public string Key => KeyOf(Camera);

    public static string KeyOf(OperatorCamera camera) => $"{camera.Primary?.Site}/{camera.Primary?.Id}/{camera.Secondary?.Site}/{camera.Secondary?.Id}";
}
