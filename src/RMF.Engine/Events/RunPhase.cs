namespace RMF.Engine.Events;

/// <summary>Where a run is.</summary>
public enum RunPhase
{
    Connect,
    Snapshot,
    Pair,
    Plan,
    Check,
    Apply,
    Verify,
    Remember,
}
