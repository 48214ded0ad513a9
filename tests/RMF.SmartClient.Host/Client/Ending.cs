namespace RMF.SmartClient.Host.Client;

/// <summary>Does something once, when it is disposed.</summary>
internal sealed class Ending(Action action) : IDisposable
{
    private Action? left = action;

    public void Dispose() => Interlocked.Exchange(ref left, null)?.Invoke();
}
