using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Makes one preset the camera's default; invoked on the camera's list of presets.</summary>
internal sealed class DefaultPtzPresetTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        const string Selection = "itemSelection";
        var presets = call.Target.Children("ptzPresets");
        var wanted = call.Arguments.Id(Selection);
        if (presets.All(p => p.Id != wanted))
        {
            return call.Refuse("Bad Request - unknown preset", Selection);
        }

        foreach (var preset in presets)
        {
            preset["defaultPreset"] = Boxes.Of(preset.Id == wanted);
        }

        return call.Success();
    }
}
