using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>Links and camera mappings name labelled recorders, and in mode auto each primary has exactly one secondary.</summary>
internal static class LinkCheck
{
    public static void Run(RedundancyPolicy policy, Reading reading)
    {
        if (reading.IsBroken("mode"))
        {
            return;
        }

        if (policy.Mode == PairingMode.Auto && policy.Cameras.Count > 0)
        {
            reading.Report(PolicyCodes.WrongMode, "cameras", "cameras are mapped one by one, and the mode is auto", "Write mode: manual, or use links alone.");
        }
        else if (policy.Mode == PairingMode.Manual && policy.Cameras.Count == 0 && !reading.IsBroken("cameras"))
        {
            reading.Report(PolicyCodes.WrongMode, "mode", "the mode is manual, and no camera is mapped", "Add cameras: [ { camera: NAME, secondary: RECORDER } ], or write mode: auto.");
        }

        if (!reading.IsWritten("recorders") || reading.IsBroken("recorders"))
        {
            return;
        }

        var primaries = new LabelIndex(policy.Recorders.Primary);
        var secondaries = new LabelIndex(policy.Recorders.Secondary);
        if (!reading.IsBroken("links"))
        {
            Links(policy, reading, primaries, secondaries);
        }

        if (!reading.IsBroken("cameras"))
        {
            Cameras(policy, reading, secondaries);
        }
    }

    private static void Links(RedundancyPolicy policy, Reading reading, LabelIndex primaries, LabelIndex secondaries)
    {
        var linked = new Dictionary<RecorderName, int>();
        var used = new HashSet<RecorderName>();
        for (var i = 0; i < policy.Links.Count; i++)
        {
            var path = PolicyPath.Item("links", i);
            if (Resolve(reading, PolicyPath.Child(path, "secondary"), policy.Links[i].Secondary, secondaries, "secondary") is { } secondary)
            {
                used.Add(secondary);
            }

            if (Resolve(reading, PolicyPath.Child(path, "primary"), policy.Links[i].Primary, primaries, "primary") is not { } primary)
            {
                continue;
            }

            if (linked.TryGetValue(primary, out var first) && policy.Mode == PairingMode.Auto)
            {
                reading.Report(PolicyCodes.LinkedTwice, PolicyPath.Child(path, "primary"), $"'{primary}' has a link at {reading.At(PolicyPath.Item("links", first))?.Place} and here");
            }
            else
            {
                linked[primary] = i;
            }
        }

        if (policy.Mode == PairingMode.Auto && !reading.IsBroken("links"))
        {
            Unlinked(policy, reading, linked, used);
        }
    }

    private static void Unlinked(RedundancyPolicy policy, Reading reading, Dictionary<RecorderName, int> linked, HashSet<RecorderName> used)
    {
        for (var i = 0; i < policy.Recorders.Primary.Count; i++)
        {
            if (!linked.ContainsKey(policy.Recorders.Primary[i]))
            {
                reading.Report(PolicyCodes.NotLinked, PolicyPath.Item("recorders.primary", i), $"'{policy.Recorders.Primary[i]}' has no link to a secondary", $"Add to links: {{ primary: {policy.Recorders.Primary[i]}, secondary: RECORDER }}.");
            }
        }

        for (var i = 0; i < policy.Recorders.Secondary.Count; i++)
        {
            if (!used.Contains(policy.Recorders.Secondary[i]))
            {
                reading.Report(PolicyCodes.UnusedSecondary, PolicyPath.Item("recorders.secondary", i), $"no primary is linked to '{policy.Recorders.Secondary[i]}'");
            }
        }
    }

    private static void Cameras(RedundancyPolicy policy, Reading reading, LabelIndex secondaries)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < policy.Cameras.Count; i++)
        {
            var path = PolicyPath.Item("cameras", i);
            Resolve(reading, PolicyPath.Child(path, "secondary"), policy.Cameras[i].Secondary, secondaries, "secondary");
            if (seen.TryGetValue(policy.Cameras[i].Camera, out var first))
            {
                reading.Report(PolicyCodes.DuplicateEntry, PolicyPath.Child(path, "camera"), $"'{Quote.Short(policy.Cameras[i].Camera)}' is mapped at {reading.At(PolicyPath.Item("cameras", first))?.Place} and here", "A camera has one secondary.");
            }
            else
            {
                seen.Add(policy.Cameras[i].Camera, i);
            }
        }
    }

    private static RecorderName? Resolve(Reading reading, string path, RecorderName name, LabelIndex labels, string side)
    {
        if (labels.Find(name, out var isAmbiguous) is { } label)
        {
            return label;
        }

        if (isAmbiguous)
        {
            reading.Report(PolicyCodes.UnknownRecorder, path, $"'{name}' is the name of several {side} recorders", "Write site/REC.");
            return null;
        }

        var near = reading.IsFull ? null : Spelling.Nearest(name.ToString(), labels.Names);
        reading.Report(PolicyCodes.UnknownRecorder, path, $"'{name}' is not labelled {side}", near is null ? $"Name it under recorders.{side}, or link one of: {string.Join(", ", labels.Names.Take(10))}." : $"Did you mean {near}?");
        return null;
    }
}
