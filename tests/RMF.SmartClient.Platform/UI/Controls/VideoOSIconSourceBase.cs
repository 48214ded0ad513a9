using System.Windows;

namespace VideoOS.Platform.UI.Controls;

public abstract class VideoOSIconSourceBase : DependencyObject
{
}
