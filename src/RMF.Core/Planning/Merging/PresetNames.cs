using RMF.Core.Inventory;

namespace RMF.Core.Planning.Merging;

/// <summary>Whether a camera has the PTZ presets that a value names, or gets them in the same plan. Pure.</summary>
/// <param name="references">Knows both sides.</param>
/// <param name="arePlanned">True when the plan keeps presets equal, so that the source's come to the target before what names them.</param>
internal sealed class PresetNames(ReferenceTranslator references, bool arePlanned)
{
    private static readonly string[] Own = ["ptzPresets"];
    private static readonly string[] OwnAndDevices = ["ptzPresets", "devicePresets"];

    /// <param name="target">The side that is written to.</param>
    /// <param name="holder">The target's item that would name them.</param>
    /// <param name="value">A name, or a list of groups with a name each.</param>
    public bool IsMissing(Side target, Item holder, PropertyValue value)
    {
        var camera = holder.Key.Part(ItemKind.Camera);
        if (references.Find(target, camera.Part(ItemKind.PtzPresets)) is not { } there)
        {
            // Not read: the writer meets the presets themselves.
            return false;
        }

        var known = new HashSet<string>(NamesOf(there, OwnAndDevices), StringComparer.Ordinal);
        if (arePlanned && references.Twin(target, camera) is { } twin && references.Find(target.Other(), twin.Part(ItemKind.PtzPresets)) is { } here)
        {
            known.UnionWith(NamesOf(here, Own));
        }

        return NamesIn(value).Any(n => n.Length > 0 && !known.Contains(n));
    }

    private static IEnumerable<string> NamesOf(Item presets, string[] lists)
        => lists.SelectMany(l => presets.Properties[l] is ListValue list ? list.Items : []).OfType<GroupValue>().Select(g => g.Members.TextOf("name") ?? string.Empty);

    private static IEnumerable<string> NamesIn(PropertyValue value) => value switch
    {
        Scalar name => [name.Value],
        ListValue list => list.Items.OfType<GroupValue>().Select(g => g.Members.TextOf("preset") ?? string.Empty),
        _ => [],
    };
}
