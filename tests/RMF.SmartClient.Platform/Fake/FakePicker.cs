#nullable enable
using System.Windows;
using System.Windows.Controls;
using VideoOS.Platform.UI;

namespace VideoOS.Platform.Fake;

/// <summary>A list of the items that may be picked, and a button.</summary>
internal sealed class FakePicker : DockPanel
{
    private readonly ItemPickerWpfWindow window;
    private readonly ListBox list = new() { DisplayMemberPath = nameof(Item.Name) };
    private bool filling;

    public FakePicker(ItemPickerWpfWindow window)
    {
        this.window = window;
        var button = new Button { Content = "OK", Margin = new Thickness(8), Padding = new Thickness(16, 4, 16, 4), HorizontalAlignment = HorizontalAlignment.Right };
        button.Click += (_, _) => Accept();
        SetDock(button, Dock.Bottom);
        Children.Add(button);
        Children.Add(list);
        list.SelectionChanged += (_, _) =>
        {
            if (!filling && window.SelectionMode == SelectionModeOptions.AutoCloseOnSelect)
            {
                Accept();
            }
        };
    }

    public void Fill()
    {
        filling = true;
        list.SelectionMode = window.SelectionMode == SelectionModeOptions.MultiSelect ? SelectionMode.Multiple : SelectionMode.Single;
        list.ItemsSource = window.Items.SelectMany(Below).Where(i => window.KindsFilter is null || window.KindsFilter.Contains(i.FQID.Kind)).Where(i => i.FQID.FolderType == FolderType.No).ToList();
        filling = false;
    }

    private static IEnumerable<Item> Below(Item item) => item.Children.SelectMany(Below).Prepend(item);

    private void Accept()
    {
        window.SelectedItems = list.SelectedItems.Cast<Item>().ToList();
        window.DialogResult = list.SelectedItems.Count > 0;
    }
}
