using RMF.Engine.Events;

namespace RMF.Engine.Ports;

/// <summary>Hears what a run does. Called from several threads at once; must not throw and must not block for long.</summary>
public interface IRunEvents
{
    void Report(RunEvent runEvent);
}
