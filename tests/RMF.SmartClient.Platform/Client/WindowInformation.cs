namespace VideoOS.Platform.Client;

public class WindowInformation
{
    internal WindowInformation(Guid windowId) => WindowId = windowId;

    public virtual Guid WindowId { get; }

    public virtual Mode Mode { get; internal set; }
}
