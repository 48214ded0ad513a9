using System.Globalization;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Worlds;

/// <summary>A camera on both sites, found by its device's address and its channel, without the product's help.</summary>
internal sealed record CameraPair(Guid Primary, Guid Secondary, string Name);

/// <summary>Compares two simulated sites from the inside.</summary>
internal static class Pairs
{
    private static readonly string[] Camera =
        ["shortName", "description", "enabled", "gisPoint", "icon", "coverageDirection", "recordingEnabled", "recordingFramerate", "recordKeyframesOnly", "prebufferEnabled", "prebufferSeconds", "manualRecordingTimeoutMinutes", "failoverSetting"];

    private static readonly string[] Motion =
        ["enabled", "detectionMethod", "excludeRegions", "generateMotionMetadata", "gridSize", "hardwareAccelerationMode", "keyframesOnly", "manualSensitivity", "manualSensitivityEnabled", "processTime", "threshold", "useExcludeRegions"];

    public static IReadOnlyList<CameraPair> Of(SimulatedSite primary, SimulatedSite secondary)
    {
        var there = ByDevice(secondary).ToDictionary(c => c.Device, c => c.Camera.Id);
        return [.. ByDevice(primary).Where(c => there.ContainsKey(c.Device)).Select(c => new CameraPair(c.Camera.Id, there[c.Device], c.Camera.Name))];
    }

    public static Guid HardwareOf(SimulatedSite site, Guid camera) => site.Data.Find("cameras", camera.ToString())!.ParentId!.Value;

    /// <summary>What differs between the two recordings of a camera, of what RMF keeps equal; names by the pattern.</summary>
    public static IEnumerable<string> Differences(SimulatedSite primary, SimulatedSite secondary, CameraPair pair, bool hasPattern, bool selectionIsOn, bool bothKnowFailover = true)
    {
        var wantedName = pair.Name + (hasPattern ? " (B)" : "");
        var name = Text(secondary, "cameras", pair.Secondary, "name");
        if (name != wantedName)
        {
            yield return $"{pair.Name}: name is '{name}', not '{wantedName}'";
        }

        var paths = Camera.Where(p => bothKnowFailover || p != "failoverSetting").Select(p => ("cameras", p, p)).Concat(Motion.Select(p => ("motionDetections", p, p)));
        foreach (var (resource, left, right) in paths.Concat(Settings(primary, pair.Primary)).Concat(Uses(primary, secondary, pair, selectionIsOn)))
        {
            var ours = Text(primary, resource, pair.Primary, left);
            var theirs = Text(secondary, resource, pair.Secondary, right);
            if (ours != theirs)
            {
                yield return $"{pair.Name}: {resource} {left} is '{theirs}', not '{ours}'";
            }
        }
    }

    /// <summary>The name of the stream behind a row of a camera's stream table.</summary>
    public static string StreamOf(SimulatedSite site, Guid camera, int row)
    {
        var reference = Text(site, "streams", camera, $"stream[{row}].streamReferenceId");
        for (var i = 0; i < CountOf(site, "settings", camera); i++)
        {
            if (string.Equals(Text(site, "settings", camera, $"stream[{i}].streamReferenceId"), reference, StringComparison.OrdinalIgnoreCase))
            {
                return Text(site, "settings", camera, $"stream[{i}].displayName");
            }
        }

        return reference;
    }

    public static int CountOf(SimulatedSite site, string resource, Guid camera)
    {
        var count = 0;
        while (Has(site, resource, camera, $"stream[{count}].streamReferenceId"))
        {
            count++;
        }

        return count;
    }

    public static string Text(SimulatedSite site, string resource, Guid id, string path)
        => Convert.ToString(site.Data.Get(resource, id.ToString(), path), CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<(string Resource, string Left, string Right)> Settings(SimulatedSite site, Guid camera)
    {
        foreach (var name in new[] { "brightness", "saturation", "contrast" })
        {
            var path = "generalSettings[0]." + name;
            if (Has(site, "settings", camera, path))
            {
                yield return ("settings", path, path);
            }
        }

        for (var i = 0; i < CountOf(site, "settings", camera); i++)
        {
            foreach (var name in new[] { "FPS", "codec", "resolution", "maxBitrate" })
            {
                yield return ("settings", $"stream[{i}].{name}", $"stream[{i}].{name}");
            }
        }
    }

    private static IEnumerable<(string Resource, string Left, string Right)> Uses(SimulatedSite primary, SimulatedSite secondary, CameraPair pair, bool selectionIsOn)
    {
        var there = Enumerable.Range(0, CountOf(secondary, "streams", pair.Secondary)).ToDictionary(i => StreamOf(secondary, pair.Secondary, i), i => i, StringComparer.Ordinal);
        for (var i = 0; i < CountOf(primary, "streams", pair.Primary); i++)
        {
            // A row that only one side has is compared by the plan: it may be left alone for good (it was never agreed on).
            if (there.TryGetValue(StreamOf(primary, pair.Primary, i), out var j))
            {
                foreach (var name in selectionIsOn ? new[] { "name", "liveMode", "useEdge", "liveDefault", "defaultPlayback", "recordTo" } : ["name", "liveMode", "useEdge"])
                {
                    yield return ("streams", $"stream[{i}].{name}", $"stream[{j}].{name}");
                }
            }
        }
    }

    private static bool Has(SimulatedSite site, string resource, Guid id, string path)
    {
        try
        {
            site.Data.Get(resource, id.ToString(), path);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<((string Address, string Channel) Device, DataItem Camera)> ByDevice(SimulatedSite site)
        => site.Data.List("cameras").Select(c => ((Text(site, "hardware", c.ParentId!.Value, "address"), Text(site, "cameras", c.Id, "channel")), c));
}
