using RMF.Simulator.Http;
using RMF.Simulator.Security;

namespace RMF.Simulator.Soap;

/// <summary>Sets the order of a camera's presets; those that are not named stand behind.</summary>
internal sealed class OrderPresetsOperation : IServerOperation
{
    public bool NeedsToken => true;

    public SimResponse Run(ServerCall call) => call.State.Store.Write(() =>
    {
        if (call.Id("deviceId") is not { } id || call.State.Store.Find("cameras", id) is not { } camera || call.Ids("presetIds") is not { } wanted)
        {
            return SoapCall.Refuse("There is no such camera.");
        }

        if (AccountRights.Lacks(call.State, camera, AccountRights.Presets))
        {
            return SoapCall.Refuse("Not authorized.");
        }

        var places = wanted.Select((preset, place) => (preset, place)).GroupBy(p => p.preset).ToDictionary(g => g.Key, g => g.First().place);
        foreach (var preset in camera.Children("ptzPresets").OrderBy(p => places.GetValueOrDefault(p.Id, int.MaxValue)).ToList())
        {
            camera.Detach(preset);
            camera.Attach(preset);
        }

        return call.Done();
    });
}
