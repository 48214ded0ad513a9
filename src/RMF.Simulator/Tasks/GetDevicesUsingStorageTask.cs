using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Lists the devices that record to a storage.</summary>
internal sealed class GetDevicesUsingStorageTask : ITaskHandler
{
    public static IEnumerable<SiteObject> Users(SiteStore store, SiteObject storage)
    {
        var wanted = new Reference(storage.Resource.Name, storage.Id);
        return DeviceKind.All.Where(k => k.Records).SelectMany(k => store.All(k.Resource)).Where(d => wanted.Equals(d["recordingStorage"]));
    }

    public SimResponse Run(TaskCall call)
    {
        var json = new JsonText().Object().Name("result").Object().Name("devices").Array();
        foreach (var device in Users(call.Context.State.Store, call.Target))
        {
            json.Object().Name("type").Text(device.Resource.Name).Name("id").Id(device.Id).EndObject();
        }

        return Answers.Of(json.EndArray().Name("state").Text("Success").EndObject().EndObject());
    }
}
