using System.Windows.Controls;

namespace VideoOS.Platform.Client;

public class ViewItemWpfUserControl : UserControl
{
    internal event EventHandler Clicked;

    internal event EventHandler DoubleClicked;

    public virtual bool ShowToolbar => true;

    public virtual bool Selectable => false;

    public virtual bool Maximizable => false;

    public virtual bool Selected { get; set; }

    public virtual bool Maximized { get; set; }

    public virtual bool Hidden { get; set; }

    public WindowInformation WindowInformation { get; internal set; }

    public virtual void Init()
    {
    }

    public virtual void Close()
    {
    }

    public void FireClickEvent() => Clicked?.Invoke(this, EventArgs.Empty);

    public void FireDoubleClickEvent() => DoubleClicked?.Invoke(this, EventArgs.Empty);
}
