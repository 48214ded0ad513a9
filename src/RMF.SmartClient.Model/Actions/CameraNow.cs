using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.Policy;
using RMF.Policy.Playback;
using RMF.Policy.Ptz;

namespace RMF.SmartClient.Model.Actions;

/// <summary>A camera and both its sides, as they are known at one moment. Immutable, so that work in the background may keep it.</summary>
/// <param name="Camera">On which sites it is.</param>
/// <param name="Recorded">Where its recordings are.</param>
/// <param name="Reach">The sites that answer.</param>
/// <param name="Policy">The policy in force; null while none was found.</param>
internal sealed record CameraNow(OperatorCamera Camera, RecordedPair Recorded, CameraReach Reach, RedundancyPolicy? Policy)
{
    public static IReadOnlyList<Side> BothSides { get; } = [Side.Primary, Side.Secondary];

    public PlaybackPreference Preference => PlaybackPreferenceOf.Policy(Policy?.Playback ?? new PlaybackPolicy());

    public PresetTolerance Tolerance => PresetToleranceOf.Policy(Policy?.Ptz ?? new PtzPolicy());

    public PtzMismatchRule OnMismatch => (Policy?.Ptz ?? new PtzPolicy()).OnMismatch;

    /// <summary>Whether a manual recording goes on at a side that came back.</summary>
    public bool Resumes => (Policy?.Recording ?? new RecordingPolicy()).ResumeOnReturn;

    /// <summary>Both sides have it.</summary>
    public bool IsPaired => Camera is { Primary: not null, Secondary: not null };

    /// <summary>The sides that have it.</summary>
    public IEnumerable<Side> Sides => BothSides.Where(s => Camera.On(s) is not null);

    /// <summary>An intent for each side that has the camera.</summary>
    public List<SideAction> On(OperatorIntent intent) => [.. Sides.Select(s => new SideAction(Camera, s, intent))];
}
