namespace VideoOS.Platform.Client;

public class RecordedImageReceivedEventArgs : EventArgs
{
    internal RecordedImageReceivedEventArgs(DateTime dateTime) => DateTime = dateTime;

    public DateTime DateTime { get; }
}
