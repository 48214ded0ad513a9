using System.Windows.Controls;

namespace RMF.SmartClient.Views;

/// <summary>The buttons of a tile. Its data context is a list of <c>ModelCommand</c>s.</summary>
public sealed partial class TileToolbar : UserControl
{
    public TileToolbar() => InitializeComponent();
}
