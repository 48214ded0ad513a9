namespace RMF.Engine.Ports;

/// <summary>What a site tells of the state of its devices as it happens. Thread-safe.</summary>
public interface IStateSource
{
    /// <summary>Begins to listen and returns at once; connects again by itself until it is disposed.</summary>
    IAsyncDisposable Watch(IStateObserver observer);
}
