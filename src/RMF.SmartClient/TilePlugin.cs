using VideoOS.Platform.Client;
using VideoOS.Platform.UI.Controls;

namespace RMF.SmartClient;

/// <summary>The view item that operators put into views: one camera of both sides.</summary>
internal sealed class TilePlugin(RmfPluginDefinition plugin) : ViewItemPlugin
{
    public override Guid Id => RmfIds.Tile;

    public override string Name => "RMF Camera";

    public override VideoOSIconSourceBase IconSource
    {
        get => RmfIcon.Source;
        protected set => base.IconSource = value;
    }

    public override void Init()
    {
    }

    public override void Close()
    {
    }

    public override ViewItemManager GenerateViewItemManager() => new TileManager(plugin);
}
