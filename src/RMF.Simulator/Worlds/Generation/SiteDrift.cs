namespace RMF.Simulator.Worlds;

/// <summary>Makes a secondary's view of a primary's hardware: some of it missing, some of it set up differently.</summary>
internal sealed class SiteDrift(Random chance, double missing, double drift)
{
    public IReadOnlyList<WorldHardware> Apply(IReadOnlyList<WorldHardware> hardware)
    {
        var kept = new List<WorldHardware>(hardware.Count);
        foreach (var device in hardware)
        {
            // Both dice are thrown for every device, so that one share does not move the other's choices.
            var gone = chance.NextDouble() < missing;
            var changed = chance.NextDouble() < drift;
            var how = chance.Next(4);
            if (!gone)
            {
                kept.Add(changed ? Changed(device, how) : device);
            }
        }

        return kept;
    }

    private static WorldHardware Changed(WorldHardware hardware, int how)
    {
        var first = hardware.Cameras[0];
        var changed = how switch
        {
            0 => first with { Name = first.Name + " (copy)" },
            1 => first with { Properties = With(first.Properties, "recordingFramerate", Boxes.Of(1.0)) },
            2 => first with { StreamSettings = [With(first.StreamSettings[0], "FPS", Boxes.Of(4.0))] },
            _ => first with { Enabled = false },
        };
        return hardware with { Cameras = [changed, .. hardware.Cameras.Skip(1)] };
    }

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> values, string name, object value) =>
        new(values, StringComparer.Ordinal) { [name] = value };
}
