using System.Globalization;
using RMF.Simulator.Building;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Names that a group of a world file may list: of devices, where one device alone has it, and <c>hardware name/channel</c>.</summary>
internal sealed class DeviceNames
{
    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string resource;

    public DeviceNames(string resource, IEnumerable<WorldRecorder> recorders)
    {
        this.resource = resource;
        var kind = DeviceKind.All.Single(k => k.Resource == resource);
        foreach (var (recorder, hardware) in recorders.SelectMany(r => r.Hardware.Select(h => (r.Name, h))))
        {
            var listed = kind.Listed(hardware).ToDictionary(d => d.Channel);
            for (var channel = 0; channel < kind.Count(hardware.Model); channel++)
            {
                Count(listed.GetValueOrDefault(channel)?.Name ?? kind.DefaultName(hardware.Name, channel));
                Count(string.Create(CultureInfo.InvariantCulture, $"{hardware.Name}/{channel}"));
                Count(string.Create(CultureInfo.InvariantCulture, $"{recorder}/{hardware.Address.AbsoluteUri}#{channel}"));
            }
        }
    }

    public string Check(YamlValue member)
    {
        var name = member.Text();
        return counts.GetValueOrDefault(name) switch
        {
            1 => name,
            0 => throw member.Error($"There is no '{name}' among the {resource} of this site.{DidYouMean.Of(name, counts.Keys)}"),
            var many => throw member.Error($"{many} {resource} of this site are called '{name}': write 'hardware name/channel'."),
        };
    }

    private void Count(string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
