using System.Drawing;

namespace VideoOS.Platform.Client;

public class Theme
{
    internal Theme(Color backgroundColor, Color textColor)
    {
        BackgroundColor = backgroundColor;
        ViewItemHeaderColor = backgroundColor;
        ViewItemHeaderTextColor = textColor;
    }

    public Color BackgroundColor { get; }

    public Color ViewItemHeaderColor { get; }

    public Color ViewItemHeaderTextColor { get; }
}
