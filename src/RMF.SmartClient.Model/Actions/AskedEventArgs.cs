namespace RMF.SmartClient.Model.Actions;

/// <summary>The view is asked to open a window.</summary>
/// <typeparam name="T">The window's model.</typeparam>
public sealed class AskedEventArgs<T>(T model) : EventArgs
{
    /// <summary>The window's data context. The view disposes it when the window is closed.</summary>
    public T Model { get; } = model;
}
