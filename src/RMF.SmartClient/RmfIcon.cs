using System.Drawing;
using VideoOS.Platform.UI.Controls;

namespace RMF.SmartClient;

/// <summary>The plugin's icon: two pictures, one behind the other.</summary>
internal static class RmfIcon
{
    private const string File = "RMF.SmartClient.Resources.rmf.png";

    /// <summary>For lists of plugins.</summary>
    public static Image Image
    {
        get
        {
            // The bitmap reads from the stream for as long as it lives.
            var stream = typeof(RmfIcon).Assembly.GetManifestResourceStream(File)!;
            return Image.FromStream(stream);
        }
    }

    /// <summary>For views.</summary>
    public static VideoOSIconSourceBase Source => new VideoOSIconUriSource { Uri = new Uri("pack://application:,,,/RMF.SmartClient;component/Resources/rmf.png") };
}
