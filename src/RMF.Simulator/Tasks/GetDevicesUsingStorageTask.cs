using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Lists the devices that record to a storage, whole, one list a kind.</summary>
internal sealed class GetDevicesUsingStorageTask : ITaskHandler
{
    public static IEnumerable<SiteObject> Users(SiteStore store, SiteObject storage)
    {
        var wanted = new Reference(storage.Resource.Name, storage.Id);
        return DeviceKind.All.Where(k => k.Records).SelectMany(k => store.All(k.Resource)).Where(d => wanted.Equals(d["recordingStorage"]));
    }

    public SimResponse Run(TaskCall call)
    {
        var state = call.Context.State;
        var json = new JsonText(state.Personality < Personality.V2025R1).Object().Name("result").Object();
        var writer = new ObjectWriter(json, state.Personality);
        foreach (var kind in Users(state.Store, call.Target).GroupBy(device => device.Resource.Name, StringComparer.Ordinal))
        {
            json.Name(kind.Key).Array();
            foreach (var device in kind)
            {
                writer.Write(device);
            }

            json.EndArray();
        }

        return Answers.Of(json.Name("state").Text("Success").EndObject().EndObject());
    }
}
