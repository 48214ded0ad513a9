using System.Windows.Controls;
using RMF.SmartClient.Views;
using VideoOS.Platform.Client;

namespace RMF.SmartClient;

/// <summary>The panel in Smart Client's settings.</summary>
internal sealed class SettingsPlugin(RmfPluginDefinition plugin) : SettingsPanelPlugin
{
    private SettingsView? view;

    public override Guid Id => RmfIds.Settings;

    public override string Title => "RMF redundancy";

    public override void Init()
    {
    }

    public override void Close()
    {
    }

    public override UserControl GenerateUserControl() => view = new SettingsView(plugin.Session.Settings);

    public override void CloseUserControl()
    {
        view?.End();
        view = null;
    }

    /// <summary>What is chosen there counts at once.</summary>
    public override bool TrySaveChanges(out string errorMessage)
    {
        errorMessage = string.Empty;
        return true;
    }
}
