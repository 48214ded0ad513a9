using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>
/// Records a device to another storage. A storage of another recorder is accepted too, as XProtect has done: the device then records
/// nowhere useful. A client has to check whose storage it names.
/// </summary>
internal sealed class ChangeDeviceRecordingStorageTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        const string Selection = "itemSelection";
        var (context, device) = (call.Context, call.Target);
        if (context.State.Store.Find("storages", call.Arguments.Id(Selection)) is not { } storage)
        {
            return call.Refuse("Bad Request - unknown storage", Selection);
        }

        if (!call.Arguments.Flag("moveData"))
        {
            Change(context, device, storage);
            return call.Success();
        }

        return call.Queue(device.Above("recordingServers"), () =>
        {
            if (context.Outages.IsAway(device))
            {
                return VmsErrors.Of(VmsErrors.RecorderUnreachable);
            }

            Change(context, device, storage);
            return TaskOutcome.Done(new Reference(device.Resource.Name, device.Id));
        });
    }

    private static void Change(TaskContext context, SiteObject device, SiteObject storage)
    {
        device["recordingStorage"] = new Reference("storages", storage.Id);
        device["lastModified"] = context.State.Now;
    }
}
