using System.Windows.Controls;

namespace VideoOS.Platform.Client;

public class PropertiesWpfUserControl : UserControl
{
    public virtual void Init()
    {
    }

    public virtual void Close()
    {
    }
}
