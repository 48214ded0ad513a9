namespace RMF.Simulator.Worlds;

/// <summary>Makes the sites of a generated world.</summary>
internal static class WorldForge
{
    public static World Make(WorldShape shape)
    {
        shape.Check();
        var forge = new HardwareForge(new Random(shape.Seed));
        var drift = new SiteDrift(new Random(unchecked(shape.Seed ^ 0x5EED)), shape.Missing, shape.Drift);
        var sites = new List<WorldSite>(shape.Sites);
        IReadOnlyList<WorldHardware> shared = [];
        for (var site = 0; site < shape.Sites; site++)
        {
            var primary = site % 2 == 0;
            shared = primary ? forge.Make(shape.Cameras) : shared;
            sites.Add(Site(shape, site, primary, primary ? shared : drift.Apply(shared)));
        }

        return new World($"generated-{shape.Cameras}", sites, shape.Seed);
    }

    private static WorldSite Site(WorldShape shape, int number, bool primary, IReadOnlyList<WorldHardware> hardware)
    {
        var letter = primary ? "A" : "B";
        var pair = (number / 2) + 1;
        return new WorldSite
        {
            Name = $"site-{pair}{letter.ToLowerInvariant()}",
            Side = primary ? "primary" : "secondary",
            Recorders = [.. Enumerable.Range(0, shape.Recorders).Select(recorder => new WorldRecorder
            {
                Name = $"REC-{letter}{pair}-{recorder + 1:000}",
                Storages = primary ? Primary : Secondary,
                Hardware = Part(hardware, recorder, shape.Recorders),
            })],
            CameraGroups = Place.Groups(hardware.SelectMany(device => device.Cameras).Select(camera => camera.Name!)),
        };
    }

    /// <summary>An even share of the hardware, in order, by hardware rather than by camera.</summary>
    private static IReadOnlyList<WorldHardware> Part(IReadOnlyList<WorldHardware> hardware, int part, int parts)
    {
        var from = (int)((long)hardware.Count * part / parts);
        var to = (int)((long)hardware.Count * (part + 1) / parts);
        return [.. hardware.Skip(from).Take(to - from)];
    }

    private static readonly WorldStorage[] Primary =
    [
        new() { Name = "30 days local", RetainMinutes = 30 * 24 * 60, MaxSizeMB = 20 * 1024 * 1024, IsDefault = true },
        new() { Name = "7 days fast", RetainMinutes = 7 * 24 * 60, MaxSizeMB = 2 * 1024 * 1024, DiskPath = @"F:\MediaDatabase" },
    ];

    private static readonly WorldStorage[] Secondary =
    [
        new() { Name = "90 days DR", RetainMinutes = 90 * 24 * 60, MaxSizeMB = 60 * 1024 * 1024, IsDefault = true },
        new() { Name = "14 days DR", RetainMinutes = 14 * 24 * 60, MaxSizeMB = 8 * 1024 * 1024, DiskPath = @"F:\MediaDatabase" },
    ];
}
