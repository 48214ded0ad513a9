#nullable enable
using System.Globalization;
using System.Windows;
using System.Windows.Automation;
using System.Windows.Controls;
using System.Windows.Input;
using VideoOS.Platform.Client;

namespace VideoOS.Platform.Fake;

/// <summary>Buttons for a playback controller, and its time.</summary>
internal sealed class FakePlaybackStrip : StackPanel
{
    private readonly TextBlock time = new() { VerticalAlignment = VerticalAlignment.Center, Margin = new Thickness(8, 0, 8, 0) };
    private readonly TextBox wanted = new() { MinWidth = 160, ToolTip = "Go to a time (UTC)" };
    private PlaybackController? controller;

    public FakePlaybackStrip()
    {
        Orientation = Orientation.Horizontal;
        AutomationProperties.SetAutomationId(wanted, "Goto");
        Add("Reverse", PlaybackController.PlaybackModeType.Reverse);
        Add("Stop", PlaybackController.PlaybackModeType.Stop);
        Add("Play", PlaybackController.PlaybackModeType.Forward);
        Children.Add(time);
        Children.Add(wanted);
        wanted.KeyDown += (_, e) =>
        {
            if (e.Key == Key.Enter && controller is not null
                && DateTime.TryParse(wanted.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var to))
            {
                controller.PlaybackTime = to;
            }
        };
    }

    public void Use(PlaybackController? next)
    {
        if (controller is not null)
        {
            controller.PlaybackTimeChangedEvent -= Tell;
        }

        controller = next;
        if (next is not null)
        {
            next.PlaybackTimeChangedEvent += Tell;
            Tell(next, null!);
        }
    }

    private void Tell(object? sender, PlaybackController.TimeEventArgs e) =>
        time.Text = controller!.PlaybackTime.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);

    private void Add(string face, PlaybackController.PlaybackModeType mode)
    {
        var button = new Button { Content = face, MinWidth = 56 };
        AutomationProperties.SetAutomationId(button, face);
        button.Click += (_, _) =>
        {
            if (controller is not null)
            {
                controller.PlaybackMode = mode;
            }
        };
        Children.Add(button);
    }
}
