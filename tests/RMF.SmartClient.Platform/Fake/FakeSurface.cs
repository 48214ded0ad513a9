#nullable enable
using System.Windows;
using System.Windows.Controls;
using System.Windows.Media;

namespace VideoOS.Platform.Fake;

/// <summary>What an image viewer shows: a picture, and a line of text over it when it has something to say.</summary>
internal sealed class FakeSurface : Grid
{
    private readonly Image image = new() { Stretch = Stretch.Uniform };
    private readonly TextBlock text = new()
    {
        Foreground = Brushes.White,
        HorizontalAlignment = HorizontalAlignment.Center,
        VerticalAlignment = VerticalAlignment.Center,
        TextWrapping = TextWrapping.Wrap,
    };

    public FakeSurface()
    {
        Background = Brushes.Black;
        RenderOptions.SetBitmapScalingMode(image, BitmapScalingMode.NearestNeighbor);
        Children.Add(image);
        Children.Add(text);
    }

    public string Text => text.Text;

    public void Show(ImageSource picture, bool keepRatio)
    {
        image.Stretch = keepRatio ? Stretch.Uniform : Stretch.Fill;
        image.Source = picture;
        Say("");
    }

    public void Say(string words)
    {
        if (text.Text != words)
        {
            text.Text = words;
        }
    }

    public void Clear()
    {
        image.Source = null;
        Say("");
    }
}
