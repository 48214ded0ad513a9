using System.Windows;
using VideoOS.Platform.Fake;

namespace VideoOS.Platform.UI;

public class ItemPickerWpfWindow : Window
{
    private readonly FakePicker picker;

    public ItemPickerWpfWindow()
    {
        picker = new(this);
        Title = "Select";
        Width = 360;
        Height = 420;
        Content = picker;
    }

    public IEnumerable<Item> Items { get; set; } = [];

    public IEnumerable<Item> SelectedItems { get; set; }

    public List<Guid> KindsFilter { get; set; }

    public SelectionModeOptions SelectionMode { get; set; }

    protected override void OnSourceInitialized(EventArgs e)
    {
        base.OnSourceInitialized(e);
        picker.Fill();
    }
}
