using System.Globalization;
using RMF.Simulation.Tests.Lifecycle;
using RMF.Simulation.Tests.Worlds;

namespace RMF.Simulation.Tests.Faults;

/// <summary>What a person does to the source between two runs, and sometimes to the target.</summary>
internal static class FaultEdits
{
    public static async Task<string> EditAsync(LifecycleLab lab, Random chance, bool valuesOnly)
    {
        var cameras = lab.Source.Data.List("cameras").ToLookup(c => c.ParentId!.Value);
        var all = lab.Source.Data.List("hardware").Where(h => !h.Name.StartsWith("Theirs", StringComparison.Ordinal) && cameras[h.Id].All(c => !FaultWorld.IsKept(c.Name))).ToList();
        var recorders = lab.Source.Recorders.Where(r => r.Name != FaultWorld.Foreign).Select(r => r.Name).ToList();
        if (all.Count < 2)
        {
            lab.Add(0);
            return "add";
        }

        var hardware = all[chance.Next(all.Count)];
        var address = Pairs.Text(lab.Source, "hardware", hardware.Id, "address");
        var recorder = recorders.IndexOf(lab.Source.Data.Find("recordingServers", hardware.ParentId!.Value.ToString())!.Name);
        switch (valuesOnly ? chance.Next(5, 9) : chance.Next(9))
        {
            case 0:
                lab.Add(recorder);
                return "add";
            case 1:
                lab.Delete(hardware);
                return "delete " + address;
            case 2:
                await lab.MoveAsync(hardware, (recorder + 1) % recorders.Count);
                return "move " + address;
            case 3:
                await lab.ReplaceAsync(hardware, otherModel: false);
                return "replace " + address;
            case 4:
                lab.Readdress(hardware);
                return "address " + address;
            case 5:
                lab.Source.Data.Set("hardware", hardware.Id.ToString(), "description", "edit " + chance.Next(100).ToString(CultureInfo.InvariantCulture));
                return "describe " + address;
            case 6 when lab.Target.Data.List("cameras").FirstOrDefault(c => Pairs.Text(lab.Target, "hardware", c.ParentId!.Value, "address") == address) is { } twin:
                lab.Target.Data.Set("cameras", twin.Id.ToString(), "shortName", "drift " + chance.Next(100).ToString(CultureInfo.InvariantCulture));
                return "drift of " + address;
            default:
                foreach (var camera in cameras[hardware.Id])
                {
                    lab.Source.Data.Set("cameras", camera.Id.ToString(), "description", "edit " + chance.Next(100).ToString(CultureInfo.InvariantCulture));
                    lab.Source.Data.Set("motionDetections", camera.Id.ToString(), "threshold", (long)chance.Next(10000));
                }

                return "cameras of " + address;
        }
    }
}
