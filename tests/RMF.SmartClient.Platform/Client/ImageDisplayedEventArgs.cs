namespace VideoOS.Platform.Client;

public class ImageDisplayedEventArgs : EventArgs
{
    internal ImageDisplayedEventArgs(DateTime imageTime) => ImageTime = imageTime;

    public DateTime ImageTime { get; }
}
