using RMF.Core.Ptz;

namespace RMF.Policy.Ptz;

/// <summary>What the policy says of presets that lie near each other, in the words of the comparison. Every host asks here.</summary>
public static class PresetToleranceOf
{
    public static PresetTolerance Policy(PtzPolicy ptz) => new(ptz.Tolerance.Pan, ptz.Tolerance.Tilt, ptz.Tolerance.Zoom);
}
