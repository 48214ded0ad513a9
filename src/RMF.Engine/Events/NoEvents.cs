using RMF.Engine.Ports;

namespace RMF.Engine.Events;

/// <summary>Nobody listens.</summary>
public sealed class NoEvents : IRunEvents
{
    public static readonly NoEvents Instance = new();

    private NoEvents()
    {
    }

    public void Report(RunEvent runEvent)
    {
    }
}
