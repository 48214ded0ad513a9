using RMF.Simulator.Building;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>
/// Puts another device behind hardware that exists. Ids of the hardware and of channels that both devices have stay, streams and settings
/// start anew (with new stream references), channels the new device lacks are deleted if they are disabled and the request allows it.
/// </summary>
internal sealed class ReplaceHardwareTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        if (Address(call.Arguments) is not { } address)
        {
            return call.Refuse("Bad Request - address is not an address", "address");
        }

        var (context, hardware, arguments) = (call.Context, call.Target, call.Arguments);
        return call.Queue(hardware.Parent, () => Replace(context, hardware, address, arguments));
    }

    private static Uri? Address(TaskArguments arguments)
    {
        if (DeviceAddress.Parse(arguments.Text("address")) is not { } given)
        {
            return null;
        }

        var https = arguments.Flag("useHttps") || given.Scheme == Uri.UriSchemeHttps;
        var builder = new UriBuilder(given) { Scheme = https ? Uri.UriSchemeHttps : Uri.UriSchemeHttp };
        builder.Port = (int)arguments.Whole(https ? "httpsPort" : "port", given.IsDefaultPort ? -1 : given.Port);
        return builder.Uri;
    }

    private static TaskOutcome Replace(TaskContext context, SiteObject hardware, Uri address, TaskArguments arguments)
    {
        var recorder = hardware.Parent!;
        if (context.Outages.IsAway(recorder))
        {
            return VmsErrors.Of(VmsErrors.RecorderUnreachable);
        }

        if (RecorderState.Of(recorder).IsTaken(address, except: hardware))
        {
            return VmsErrors.Of(VmsErrors.AlreadyDefined);
        }

        var old = (HardwareState)hardware.Extra!;
        var user = arguments.Has("userName") ? arguments.Text("userName") : (string)hardware["userName"]!;
        var password = arguments.Has("password") ? arguments.Text("password") : old.Password;
        var device = context.Outages.Reach(address);
        if (device is null || device.UserName != user || device.Password != password || !Drives(arguments.Text("driver"), device.Model))
        {
            return VmsErrors.Of(VmsErrors.DeviceUnreachable);
        }

        var surplus = Surplus(hardware, device.Model).ToList();
        if (surplus.Any(d => d.Enabled || !arguments.Flag("allowDeletingDisabledDevices")))
        {
            return TaskOutcome.Failed(VmsErrors.Refused, $"The new device has fewer channels: {string.Join(", ", surplus.Select(d => d.Name))} would be deleted.");
        }

        surplus.ForEach(context.State.Store.Remove);
        HardwareFactory.Leave(hardware);
        hardware.Extra = new HardwareState(device.Model, password);
        hardware["address"] = address.AbsoluteUri;
        hardware["userName"] = user;
        hardware["lastModified"] = context.State.Now;
        HardwareFactory.Join(hardware);
        context.State.Hardware.Describe(hardware, device.Model);
        context.State.Hardware.DriverSettings(hardware, device, new Dictionary<string, object>(StringComparer.Ordinal));
        Devices(context, hardware, device.Model);
        return TaskOutcome.Done(new Reference("hardware", hardware.Id));
    }

    private static bool Drives(string driver, DeviceModel model) =>
        driver.Length == 0 || driver == model.DriverNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<SiteObject> Surplus(SiteObject hardware, DeviceModel model) =>
        DeviceKind.All.SelectMany(k => hardware.Children(k.Resource).Where(d => (long)d["channel"]! >= k.Count(model)));

    private static void Devices(TaskContext context, SiteObject hardware, DeviceModel model)
    {
        var path = $"made/{context.State.Ids.Next()}";
        foreach (var kind in DeviceKind.All)
        {
            var kept = hardware.Children(kind.Resource).ToDictionary(d => (long)d["channel"]!);
            for (var channel = 0; channel < kind.Count(model); channel++)
            {
                var devicePath = $"{path}/{kind.Resource}/{channel}";
                if (!kept.TryGetValue(channel, out var device))
                {
                    context.State.Hardware.Device(hardware, kind, model, new WorldDevice { Channel = channel }, devicePath, disabled: true, context.State.Now);
                    continue;
                }

                device["lastModified"] = context.State.Now;
                context.State.Hardware.Renew(device, kind, model, devicePath);
            }
        }
    }
}
