using RMF.Simulator.Building;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Hangs hardware on another recorder. Ids stay; its devices record to that recorder's default storage from then on.</summary>
internal sealed class MoveHardwareTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        const string Destination = "destinationRecordingServer";
        var context = call.Context;
        var hardware = call.Target;
        if (context.State.Store.Find("recordingServers", call.Arguments.Id(Destination)) is not { } recorder)
        {
            return call.Refuse("Bad Request - unknown recording server", Destination);
        }

        return ReferenceEquals(recorder, hardware.Parent)
            ? call.Refuse("Bad Request - the hardware is on that recording server", Destination)
            : call.Queue(hardware.Parent, () => Move(context, hardware, recorder));
    }

    private static TaskOutcome Move(TaskContext context, SiteObject hardware, SiteObject recorder)
    {
        if (context.Outages.IsAway(recorder) || context.Outages.IsAway(hardware.Parent!))
        {
            return VmsErrors.Of(VmsErrors.RecorderUnreachable);
        }

        if (RecorderState.Of(recorder).IsTaken(DeviceAddress.Of(hardware)))
        {
            return VmsErrors.Of(VmsErrors.AlreadyDefined);
        }

        var model = ((HardwareState)hardware.Extra!).Model;
        HardwareFactory.Leave(hardware);
        context.State.Store.Move(hardware, recorder);
        HardwareFactory.Join(hardware);
        context.State.Hardware.Describe(hardware, model);
        hardware["lastModified"] = context.State.Now;
        var storage = new Reference("storages", HardwareFactory.Storage(recorder, null));
        foreach (var device in hardware.OwnChildren().Where(d => d.Resource.FieldAt("recordingStorage") >= 0))
        {
            device["recordingStorage"] = storage;
        }

        return TaskOutcome.Done(new Reference("hardware", hardware.Id));
    }
}
