namespace VideoOS.Platform.Live;

[Flags]
public enum StatusFlags
{
    Motion = 1,
    Recording = 2,
    LiveFeed = 4,
    CameraConnectionLost = 8,
    DatabaseFail = 16,
    DiskFull = 32,
    Notification = 64,
    ClientLiveStopped = 128,
}
