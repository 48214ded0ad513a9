using RMF.Core.Inventory;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>One property of one kind, and how somebody changes it on the target behind RMF's back.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Property">A row of the kind table: the property, or <c>list.member</c>.</param>
/// <param name="Resource">Where the simulator keeps it.</param>
/// <param name="Device">The object, by name; a device's part by its device's.</param>
/// <param name="Path">The value, in the simulator's words.</param>
/// <param name="Value">Another one than the source holds.</param>
internal sealed record KindCase(ItemKind Kind, string Property, string Resource, string Device, string Path, object Value)
{
    /// <summary>True when XProtect has no way to write it: the difference is found and named, not repaired.</summary>
    public bool IsReportedOnly { get; init; }

    /// <summary>Where its device stands, for a part that hardware and cameras of one name both have.</summary>
    public string? Owner { get; init; }

    /// <summary>The same with ids for names, which a drift may change.</summary>
    public KindCase On(SimulatedSite site) => this with
    {
        // A preset that is moved is another preset with the same name.
        Device = Resource == "ptzPresets" ? Device : site.Data.Find(Owner ?? Resource, Device)!.Id.ToString(),
        Value = Path switch
        {
            "recordingStorage" => site.Data.Find("storages", (string)Value)!.Id.ToString(),
            "endPresetId" => site.Data.Find("ptzPresets", (string)Value)!.Id.ToString(),
            _ => Value,
        },
    };

    public object? Read(SimulatedSite site) => site.Data.Get(Resource, Device, Path);

    public void Drift(SimulatedSite site) => site.Data.Set(Resource, Device, Path, Value);

    public override string ToString() => $"{Kind} {Property}";
}
