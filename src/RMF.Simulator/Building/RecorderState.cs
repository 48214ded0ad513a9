using System.Globalization;
using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Which hardware of a recorder is at which address: a recorder has an address once. Changed under the store's write lock.</summary>
internal sealed class RecorderState
{
    private readonly Dictionary<string, SiteObject> byAddress = new(StringComparer.OrdinalIgnoreCase);

    public static RecorderState Of(SiteObject recorder)
    {
        recorder.Extra ??= new RecorderState();
        return (RecorderState)recorder.Extra;
    }

    public SiteObject? Find(Uri address) => byAddress.GetValueOrDefault(Key(address));

    /// <summary>True when another hardware than this one has the address.</summary>
    public bool IsTaken(Uri address, SiteObject? except = null) => Find(address) is { } other && !ReferenceEquals(other, except);

    public void Put(SiteObject hardware) => byAddress[Key(DeviceAddress.Of(hardware))] = hardware;

    public void Drop(SiteObject hardware) => byAddress.Remove(Key(DeviceAddress.Of(hardware)));

    private static string Key(Uri address) => string.Create(CultureInfo.InvariantCulture, $"{address.Host}:{address.Port}");
}
