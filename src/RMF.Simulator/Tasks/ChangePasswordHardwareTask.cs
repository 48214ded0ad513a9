using RMF.Simulator.Building;
using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Changes the password a recorder logs in with and, on request, the device's own, which every other recorder of it then lacks.</summary>
internal sealed class ChangePasswordHardwareTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        var password = call.Arguments.Text("password");
        var hardware = call.Target;
        var state = (HardwareState)hardware.Extra!;
        if (call.Arguments.Flag("updatePasswordOnDevice"))
        {
            var device = call.Context.Outages.Reach(DeviceAddress.Of(hardware));
            if (device is null || device.Password != state.Password)
            {
                return call.Refuse("The password could not be changed on the device.", "updatePasswordOnDevice");
            }

            call.Context.State.World.Network.Connect(device with { Password = password });
        }

        hardware.Extra = state with { Password = password };
        hardware["passwordLastModified"] = call.Context.State.Now;
        hardware["lastModified"] = call.Context.State.Now;
        return call.Success();
    }
}
