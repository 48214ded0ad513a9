namespace RMF.Engine.Ports;

/// <summary>Hears of states: one call at a time, in order, from threads of the pool. It must return quickly and not throw.</summary>
public interface IStateObserver
{
    /// <summary>A device's or a recorder's state, at the beginning for each known one and then at each change.</summary>
    void OnState(DeviceState state);

    /// <summary>False: nothing is told until it is true again, and what was told may have changed meanwhile.</summary>
    void OnListening(bool isListening, string reason);
}
