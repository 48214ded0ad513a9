using RMF.Simulator.Building;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>
/// Adds a device of the network to a recorder. The recorder must reach the device now, and what it adds arrives disabled, devices included.
/// </summary>
internal sealed class AddHardwareTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        var recorder = call.Target;
        if (DeviceAddress.Parse(call.Arguments.Text("hardwareAddress")) is not { } address)
        {
            return call.Refuse("Bad Request - hardwareAddress is not an address", "hardwareAddress");
        }

        var driver = call.Context.State.Store.Find("hardwareDrivers", call.Arguments.Id("hardwareDriverPath"));
        if (driver is null || !ReferenceEquals(driver.Parent, recorder))
        {
            return call.Refuse("Bad Request - the recording server has no such driver", "hardwareDriverPath");
        }

        var number = (long)driver["number"]!;
        var user = call.Arguments.Text("userName");
        var password = call.Arguments.Text("password");
        return call.Queue(recorder, () => Add(call.Context, recorder, address, number, user, password));
    }

    private static TaskOutcome Add(TaskContext context, SiteObject recorder, Uri address, long driver, string user, string password)
    {
        if (context.State.Store.Find("recordingServers", recorder.Id) is null || context.Outages.IsAway(recorder))
        {
            return VmsErrors.Of(VmsErrors.RecorderUnreachable);
        }

        if (RecorderState.Of(recorder).IsTaken(address))
        {
            return VmsErrors.Of(VmsErrors.AlreadyDefined);
        }

        var device = context.Outages.Reach(address);
        if (device is null || device.Model.DriverNumber != driver || device.UserName != user || device.Password != password)
        {
            return VmsErrors.Of(VmsErrors.DeviceUnreachable);
        }

        var made = context.State.Hardware.Create(recorder, Describe(device, address), $"made/{context.State.Ids.Next()}", disabled: true, context.State.Now);
        context.State.Recordings.Born(made);
        return TaskOutcome.Done(new Reference("hardware", made.Id));
    }

    private static WorldHardware Describe(NetworkDevice device, Uri address) => new()
    {
        Name = $"{device.Model.Vendor} {device.Model.Name} ({address.Host})",
        Model = device.Model,
        Address = address,
        Mac = device.Mac,
        SerialNumber = device.SerialNumber,
        Firmware = device.Firmware,
        UserName = device.UserName,
        Password = device.Password,
    };
}
