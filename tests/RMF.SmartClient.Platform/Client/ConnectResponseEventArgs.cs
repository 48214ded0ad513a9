namespace VideoOS.Platform.Client;

public class ConnectResponseEventArgs : EventArgs
{
    internal ConnectResponseEventArgs(bool connectionGranted) => ConnectionGranted = connectionGranted;

    public bool ConnectionGranted { get; }
}
