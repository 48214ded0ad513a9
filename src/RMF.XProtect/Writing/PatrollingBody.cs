using System.Globalization;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.XProtect.Json;
using RMF.XProtect.Reading;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>Bodies of requests about patrolling profiles.</summary>
internal static class PatrollingBody
{
    /// <summary>A profile as it is, with one preset in another's place; null when it does not visit that one.</summary>
    public static byte[]? WithPreset(Item profile, string old, string heir)
    {
        var steps = CameraLists.Steps(profile).ToList();
        var ends = Is(profile.Properties.TextOf("endPresetId"), old);
        if (!ends && !steps.Exists(s => Is(s.Members.TextOf("presetId"), old)))
        {
            return null;
        }

        return JsonBody.Object(w =>
        {
            if (ends)
            {
                w.WriteString("endPresetId", heir);
            }

            w.WriteStartArray("patrollingEntry");
            for (var i = 0; i < steps.Count; i++)
            {
                var preset = steps[i].Members.TextOf("presetId") ?? string.Empty;
                WriteStep(w, OrderOf(steps[i], i), Is(preset, old) ? heir : preset, NumberOf(steps[i].Members["waitTime"]));
            }

            w.WriteEndArray();
        });
    }

    public static void WriteStep(Utf8JsonWriter writer, long order, string presetId, double waitTime)
    {
        writer.WriteStartObject();
        writer.WriteNumber("order", order);
        writer.WriteString("presetId", presetId);
        writer.WriteNumber("waitTime", waitTime);
        writer.WriteEndObject();
    }

    public static double NumberOf(PropertyValue? value)
        => value is Scalar scalar && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long OrderOf(GroupValue step, int position) => step.Members["order"] is { } order ? (long)NumberOf(order) : position;

    private static bool Is(string? id, string other) => id is { Length: > 0 } && string.Equals(Ids.Normalise(id), other, StringComparison.Ordinal);
}
