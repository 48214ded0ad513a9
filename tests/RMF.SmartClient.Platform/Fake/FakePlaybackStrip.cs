#nullable enable
using System.Globalization;
using System.Windows;
using System.Windows.Controls;
using VideoOS.Platform.Client;

namespace VideoOS.Platform.Fake;

/// <summary>Buttons for a playback controller, and its time.</summary>
internal sealed class FakePlaybackStrip : StackPanel
{
    private readonly TextBlock time = new() { VerticalAlignment = VerticalAlignment.Center, Margin = new Thickness(8, 0, 8, 0) };
    private PlaybackController? controller;

    public FakePlaybackStrip()
    {
        Orientation = Orientation.Horizontal;
        Button("◀", PlaybackController.PlaybackModeType.Reverse);
        Button("■", PlaybackController.PlaybackModeType.Stop);
        Button("▶", PlaybackController.PlaybackModeType.Forward);
        Children.Add(time);
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

    private void Button(string face, PlaybackController.PlaybackModeType mode)
    {
        var button = new Button { Content = face, MinWidth = 32 };
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
