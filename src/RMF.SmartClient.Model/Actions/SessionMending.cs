using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Policy;
using RMF.Policy.Ptz;
using RMF.SmartClient.Model.Pairs;

namespace RMF.SmartClient.Model.Actions;

/// <summary>The pairs of the policy in force and the sites that answer.</summary>
internal sealed class SessionMending(RedundancyPolicy policy, PairMap pairs, CameraReach sites) : IMendingScope
{
    public bool Resumes => policy.Recording.ResumeOnReturn;

    public PresetTolerance Tolerance => PresetToleranceOf.Policy(policy.Ptz);

    /// <summary>Null while there is no policy: nobody knows then which cameras belong together.</summary>
    public static SessionMending? Of(ClientSession session)
        => session.Policy is { } inForce && !inForce.Pairs.IsPlain ? new SessionMending(inForce.Policy, inForce.Pairs, SessionReach.Of(session)) : null;

    public CameraReach Reach(OperatorRecords records)
    {
        var cameras = records.Inconsistencies.Select(i => i.Camera).Concat(records.Recordings.Select(r => r.Camera));
        var known = new Dictionary<(string?, string?), OperatorCamera>();
        foreach (var camera in cameras)
        {
            foreach (var side in CameraNow.BothSides)
            {
                if (camera.On(side) is { } on && pairs.Find(on.Id) is { } pair)
                {
                    known[(pair.Primary.CameraId, pair.Secondary.CameraId)] = new OperatorCamera(camera.Name, Place(pair.Primary, camera.Primary), Place(pair.Secondary, camera.Secondary));
                }
            }
        }

        return sites with { Cameras = [.. known.Values] };
    }

    private static SideCamera Place(PairedEnd end, SideCamera? before)
        => new(end.Site, end.CameraId) { RecorderId = end.RecorderId.Length > 0 ? end.RecorderId : null, RecordingTimeout = before?.RecordingTimeout };
}
