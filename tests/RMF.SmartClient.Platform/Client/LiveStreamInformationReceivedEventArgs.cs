namespace VideoOS.Platform.Client;

public class LiveStreamInformationReceivedEventArgs : EventArgs
{
    internal LiveStreamInformationReceivedEventArgs(string information) => Information = information;

    public string Information { get; }
}
