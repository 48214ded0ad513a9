using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.SmartClient.Model.Actions;

namespace RMF.SmartClient.Model.Presets;

/// <summary>What differs between the presets of both sides, in words.</summary>
internal static class PresetPhrases
{
    public static string State(PresetPair pair)
    {
        if (pair.State == PresetState.Equal)
        {
            return "equal";
        }

        var words = new List<string>();
        Add(PresetState.MissingOnPrimary, "missing on the primary");
        Add(PresetState.MissingOnSecondary, "missing on the secondary");
        Add(PresetState.Renamed, "another name");
        Add(PresetState.Moved, "another place");
        Add(PresetState.Renumbered, pair.IsInDevice ? "another number in the device" : "another place in the order");
        return string.Join(", ", words) + (pair.IsInDevice ? "; lives in the device and is left alone" : "");

        void Add(PresetState state, string text)
        {
            if ((pair.State & state) != PresetState.Equal)
            {
                words.Add(text);
            }
        }
    }

    public static string Place(Preset? preset) => preset is null ? "–" : PresetWords.Text(preset);

    /// <summary>One write, and where.</summary>
    public static string Step(PresetStep step, Side side) => $"{step} on the {OutcomeWords.Of(side)}";

    public static PresetMismatchRow Row(PresetPair pair) => new(pair.Name, Place(pair.Primary), Place(pair.Secondary), State(pair), pair.State == PresetState.Equal);
}
