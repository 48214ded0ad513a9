using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RMF.SmartClient.Model.Binding;

/// <summary>What views bind to. Properties change, and are to be read, on the user interface's thread alone.</summary>
public abstract class Observable : INotifyPropertyChanged
{
    /// <inheritdoc/>
    public event PropertyChangedEventHandler? PropertyChanged;

    /// <summary>Keeps a value and tells of it, where it is another one.</summary>
    /// <returns>True when it changed.</returns>
    protected bool Set<T>(ref T field, T value, [CallerMemberName] string name = "")
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
        {
            return false;
        }

        field = value;
        Tell(name);
        return true;
    }

    /// <summary>Tells that a property may have changed.</summary>
    protected void Tell(string name) => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name));
}
