namespace VideoOS.Platform.Live;

public class LiveStatusEventArgs : EventArgs
{
    internal LiveStatusEventArgs(StatusFlags currentStatusFlags, StatusFlags changedStatusFlags)
    {
        CurrentStatusFlags = currentStatusFlags;
        ChangedStatusFlags = changedStatusFlags;
    }

    public StatusFlags CurrentStatusFlags { get; }

    public StatusFlags ChangedStatusFlags { get; }
}
