using VideoOS.Platform.UI.Controls;

namespace VideoOS.Platform.Client;

public abstract class ViewItemPlugin
{
    public abstract Guid Id { get; }

    public abstract string Name { get; }

    public virtual VideoOSIconSourceBase IconSource { get; protected set; }

    public virtual bool HideSetupItem => false;

    public abstract void Init();

    public abstract void Close();

    public abstract ViewItemManager GenerateViewItemManager();
}
