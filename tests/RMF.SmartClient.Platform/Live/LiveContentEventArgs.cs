namespace VideoOS.Platform.Live;

public class LiveContentEventArgs : EventArgs
{
    internal LiveContentEventArgs(LiveSourceContent liveContent, Exception exception)
    {
        LiveContent = liveContent;
        Exception = exception;
    }

    public LiveSourceContent LiveContent { get; }

    public Exception Exception { get; }
}
