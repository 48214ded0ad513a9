using System.Windows.Controls;

namespace RMF.SmartClient.Views;

/// <summary>What a tile says over its picture. Its data context is an <c>OverlayModel</c>.</summary>
public sealed partial class OverlayStrip : UserControl
{
    public OverlayStrip() => InitializeComponent();
}
