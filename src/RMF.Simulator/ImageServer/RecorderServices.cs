using RMF.Simulator.Api;
using RMF.Simulator.Identity;

namespace RMF.Simulator.ImageServer;

/// <summary>What the connections of one recorder share. Thread-safe.</summary>
internal sealed class RecorderServices(SiteState state, Guid recorder, string name, FaultSet faults, Outages outages, ConnectionTokens tokens)
{
    public Guid RecorderId => recorder;

    public SiteState State => state;

    public FaultSet Faults => faults;

    public Outages Outages => outages;

    public CameraFeeds Feeds => state.Feeds;

    public ConnectionTokens Tokens => tokens;

    /// <summary>The whole recorder answers nothing.</summary>
    public bool IsSilent => Has(FaultKind.StreamStall);

    /// <summary>The whole recorder takes no token.</summary>
    public bool TakesNoToken => Has(FaultKind.StreamToken);

    /// <summary>The whole recorder is dead, as after a crash.</summary>
    public bool IsDead => Has(FaultKind.StreamKill) || faults.Stands(FaultKind.RecorderOffline, IsNamed);

    /// <summary>The whole recorder is shut down in order.</summary>
    public bool IsShut => Has(FaultKind.StreamRefuse);

    public bool IsNamed(string target) => Names(recorder, name, target);

    public static bool Names(Guid id, string name, string target) =>
        string.Equals(name, target, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(target, out var given) && given == id);

    private bool Has(FaultKind kind) => faults.OfStreams(IsNamed).Any(f => f.Fault.Kind == kind);
}
