using System.Xml.Linq;
using RMF.Simulator.ImageServer;
using RMF.Simulator.Store;

namespace RMF.Simulator.Soap;

/// <summary>An operation of a recorder.</summary>
internal sealed record RecorderCall(XElement Element, RecorderServices Services) : SoapCall(Element, Services.State)
{
    /// <summary>The enabled device of this recorder that an argument names; null where there is none. Caller holds a lock of the store.</summary>
    public SiteObject? Device(string resource, Guid id) =>
        State.Store.Find(resource, id) is { Enabled: true } device && device.Above("recordingServers")?.Id == Services.RecorderId && device.Above("hardware") is { Enabled: true }
            ? device
            : null;
}
