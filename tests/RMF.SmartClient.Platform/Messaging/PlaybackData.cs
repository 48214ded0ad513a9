namespace VideoOS.Platform.Messaging;

public static class PlaybackData
{
    public const string PlayForward = "PlayForward";
    public const string PlayReverse = "PlayReverse";
    public const string PlayStop = "PlayStop";
    public const string Goto = "Goto";
}
