using RMF.Simulator.Contract;
using RMF.Simulator.Store;
using RMF.Simulator.Updates;

namespace RMF.Simulator.Building;

/// <summary>Gives a camera its streams, settings, motion detection, privacy mask, presets and patrolling profiles.</summary>
internal sealed class CameraFactory(SiteStore store, IdSource ids)
{
    /// <summary>Marks the stream of the primary recording in <c>recordTo</c>; the second value marks the secondary one.</summary>
    public const string RecordPrimary = "16ce3aa1-5f93-458a-abe5-5c95d9ed1372";
    public const string RecordSecondary = "84fff8b9-8cd1-46b2-a451-c4a87d4cbbb0";

    public static SettingSet StreamUseShape { get; } = ApiContract.Current.Blocks["streamUse"];

    public void Complete(SiteObject camera, DeviceModel model, WorldDevice device, string path)
    {
        camera["ptzEnabled"] = Boxes.Of(model.Ptz);
        SetDriverPart(camera, model, device, path);
        var motion = store.Add("motionDetections", camera.Id, camera);
        motion["id"] = camera.Id;
        Fill(motion, device.Motion);
        var privacy = store.Add("privacyProtections", camera.Id, camera);
        privacy["id"] = camera.Id;
        Fill(privacy, device.Privacy);
        foreach (var preset in device.Presets)
        {
            Preset(camera, preset, ids.Of($"{path}/presets/{preset.Name}"));
        }

        foreach (var profile in device.Patrolling)
        {
            Patrolling(camera, profile, ids.Of($"{path}/patrolling/{profile.Name}"));
        }
    }

    /// <summary>Settings and streams as the model has them: when the camera is made, and again when its device is replaced.</summary>
    public void SetDriverPart(SiteObject camera, DeviceModel model, WorldDevice device, string path)
    {
        var settings = store.Find("settings", camera.Id) ?? store.Add("settings", camera.Id, camera);
        var offered = new List<Block>(model.Streams.Count);
        for (var i = 0; i < model.Streams.Count; i++)
        {
            var block = new Block(model.Streams[i].Settings);
            if (i < device.StreamSettings.Count)
            {
                block.SetAll(device.StreamSettings[i]);
            }

            block.Set("streamReferenceId", ids.Of($"{path}/streams/{i}").ToString().ToUpperInvariant());
            offered.Add(block);
        }

        settings["generalSettings"] = model.General.Settings.Count == 0 ? new List<Block>() : new List<Block> { new Block(model.General).SetAll(device.General) };
        settings["ptz"] = model.Ptz && model.PtzSettings.Settings.Count > 0 ? new Block(model.PtzSettings).SetAll(device.PtzSettings) : null;
        settings["ptzSessionTimeouts"] = model.Ptz ? new Block(ApiContract.Current.Blocks["sessionTimeouts"]) : null;
        settings["stream"] = offered;

        var streams = store.Find("streams", camera.Id) ?? store.Add("streams", camera.Id, camera);
        streams["stream"] = Uses(device).Select(use => StreamUse(use, model, offered)).ToList();
    }

    public SiteObject Preset(SiteObject camera, WorldPreset preset, Guid id)
    {
        var made = store.Add("ptzPresets", id, camera);
        made["displayName"] = preset.Name;
        made["name"] = preset.Name;
        made["description"] = preset.Description;
        made["pan"] = Boxes.Of(preset.Pan);
        made["tilt"] = Boxes.Of(preset.Tilt);
        made["zoom"] = Boxes.Of(preset.Zoom);
        made["defaultPreset"] = Boxes.Of(preset.Default);
        made["devicePreset"] = Boxes.Of(preset.InDevice);
        made["devicePresetInternalId"] = preset.InDevice ? preset.Name : "";
        return made;
    }

    private void Patrolling(SiteObject camera, WorldPatrolling profile, Guid id)
    {
        var presets = camera.Children("ptzPresets");
        var made = store.Add("patrollingProfiles", id, camera);
        made["displayName"] = profile.Name;
        made["name"] = profile.Name;
        made["description"] = profile.Description;
        made[PatrollingUpdate.List] = profile.Stops.Select((stop, order) => new Block(PatrollingUpdate.Shape)
            .Set("order", Boxes.Of((long)order))
            .Set(PatrollingUpdate.Preset, (presets.FirstOrDefault(p => string.Equals(p.Name, stop.Preset, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"The camera '{camera.Name}' has no preset '{stop.Preset}'.", nameof(profile))).Id.ToString())
            .Set("waitTime", Boxes.Of(stop.WaitSeconds))).ToList();
    }

    public static string RecordTo(RecordingTrack track) => track switch
    {
        RecordingTrack.Primary => RecordPrimary,
        RecordingTrack.Secondary => RecordSecondary,
        _ => "",
    };

    private static IReadOnlyList<WorldStreamUse> Uses(WorldDevice device) =>
        device.Streams.Count > 0 ? device.Streams : [new WorldStreamUse { Stream = 1, LiveDefault = true, PlaybackDefault = true, Record = RecordingTrack.Primary }];

    private static Block StreamUse(WorldStreamUse use, DeviceModel model, List<Block> offered)
    {
        var at = Math.Min(use.Stream, offered.Count) - 1;
        var name = use.Name ?? model.Streams[at].Name;
        return new Block(StreamUseShape)
            .Set("name", name)
            .Set("displayName", name)
            .Set("streamReferenceId", offered[at].Find("streamReferenceId")!)
            .Set("liveMode", use.Live)
            .Set("liveDefault", Boxes.Of(use.LiveDefault))
            .Set("defaultPlayback", Boxes.Of(use.PlaybackDefault))
            .Set("recordTo", RecordTo(use.Record))
            .Set("useEdge", Boxes.Of(use.UseEdge));
    }

    private static void Fill(SiteObject target, IReadOnlyDictionary<string, object> values)
    {
        foreach (var (field, value) in values)
        {
            target[field] = value;
        }
    }
}
