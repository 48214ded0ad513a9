using RMF.Simulator.Http;
using RMF.Simulator.Security;
using RMF.Simulator.Updates;

namespace RMF.Simulator.Soap;

/// <summary>Gives a PTZ preset another name, in its place.</summary>
internal sealed class UpdatePresetNameOperation : IServerOperation
{
    public bool NeedsToken => true;

    public SimResponse Run(ServerCall call) => call.State.Store.Write(() =>
    {
        var name = call.Text("name") ?? "";
        if (call.Id("presetId") is not { } id || call.State.Store.Find("ptzPresets", id) is not { } preset || preset.Parent?.Id != call.Id("deviceId"))
        {
            return SoapCall.Refuse("There is no such preset.");
        }

        if (AccountRights.Lacks(call.State, preset.Parent!, AccountRights.Presets))
        {
            return SoapCall.Refuse("Not authorized.");
        }

        if (Names.Problem(call.State.Store, preset.Resource, preset.Parent, name, preset) is { } problem)
        {
            return SoapCall.Refuse(problem);
        }

        preset["name"] = name;
        preset["displayName"] = name;
        return call.Done();
    });
}
