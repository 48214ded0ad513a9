using System.Drawing;

namespace VideoOS.Platform.Client;

public class Theme
{
    internal Theme(ThemeType themeType, Color backgroundColor, Color textColor)
    {
        ThemeType = themeType;
        BackgroundColor = backgroundColor;
        ViewItemHeaderColor = backgroundColor;
        ViewItemHeaderTextColor = textColor;
    }

    public ThemeType ThemeType { get; }

    public Color BackgroundColor { get; }

    public Color ViewItemHeaderColor { get; }

    public Color ViewItemHeaderTextColor { get; }
}
