namespace VideoOS.Platform;

public enum Mode
{
    ClientLive,
    ClientPlayback,
    ClientSetup,
}
