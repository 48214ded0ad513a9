using System.Collections.ObjectModel;
using System.Drawing;
using VideoOS.Platform.Admin;
using VideoOS.Platform.Background;
using VideoOS.Platform.Client;

namespace VideoOS.Platform;

public abstract class PluginDefinition
{
    public abstract Guid Id { get; }

    public abstract string Name { get; }

    public abstract string Manufacturer { get; }

    public abstract Image Icon { get; }

    public virtual string VersionString => "";

    public virtual Guid SharedNodeId => Guid.Empty;

    public virtual string SharedNodeName => "";

    public virtual List<ItemNode> ItemNodes => null;

    public virtual List<ViewItemPlugin> ViewItemPlugins => null;

    public virtual Collection<SettingsPanelPlugin> SettingsPanelPlugins => null;

    public virtual List<BackgroundPlugin> BackgroundPlugins => null;

    public virtual bool IncludeInExport => false;

    public virtual void Init()
    {
    }

    public virtual void Close()
    {
    }
}
