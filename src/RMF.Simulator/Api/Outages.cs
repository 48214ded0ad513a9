using RMF.Simulator.Building;
using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Api;

/// <summary>Which recorders and devices are away, by the standing faults, and what a request to them gets.</summary>
internal sealed class Outages(FaultSet faults, DeviceNetwork network)
{
    public bool IsAway(SiteObject item) =>
        item.Above("recordingServers") is { } recorder && faults.Stands(FaultKind.RecorderOffline, target => Names(recorder, target));

    /// <summary>True where a fault keeps live pictures of a camera or a recorder from anyone.</summary>
    public bool GivesNoPicture(SiteObject item) => faults
        .OfStreams(target => Names(item, target) || (item.Above("recordingServers") is { } recorder && Names(recorder, target)))
        .Any(f => f.Fault.Kind is FaultKind.StreamKill or FaultKind.StreamRefuse or FaultKind.StreamStall);

    /// <summary>True where the whole recorder of a camera answers nobody.</summary>
    public bool GivesNoRecording(SiteObject item) => item.Above("recordingServers") is { } recorder && faults
        .OfStreams(target => Names(recorder, target))
        .Any(f => f.Fault is { Kind: FaultKind.StreamKill or FaultKind.StreamRefuse or FaultKind.StreamStall });

    /// <summary>The device at an address, or null where none answers.</summary>
    public NetworkDevice? Reach(Uri address) =>
        faults.Stands(FaultKind.CameraUnreachable, target => DeviceAddress.Parse(target) is { } away && away.Host == address.Host && away.Port == address.Port)
            ? null
            : network.Find(address);

    /// <summary>502 for what lives in the device while its recorder is away; null where nothing is wrong.</summary>
    public SimResponse? Refusal(ResourceContract resource, SiteObject item) =>
        resource.PerDevice && IsAway(item) ? Answers.Error(Answers.BadGateway, "The recording server does not answer.") : null;

    private static bool Names(SiteObject item, string target) =>
        string.Equals(item.Name, target, StringComparison.OrdinalIgnoreCase) || SiteStore.IsId(item, target);
}
