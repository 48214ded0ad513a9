using System.Text.Json;

namespace RMF.Simulator.Events;

/// <summary>One line of a subscription: what it takes in or leaves out.</summary>
internal sealed record EventFilter(bool Includes, IReadOnlyList<string> Resources, IReadOnlyList<string> Sources, IReadOnlyList<string> Types)
{
    private const string Any = "*";
    private const int MaxEntries = 10_000;

    public bool Fits(DeviceEvent happened) =>
        Has(Resources, happened.Resource) && Has(Types, happened.Type) && (Sources is [Any] || Has(Sources, happened.Source.ToString()));

    /// <summary>Null where it is malformed.</summary>
    public static EventFilter? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("modifier", out var modifier) || modifier.GetString() is not ("include" or "exclude")
            || List(json, "resourceTypes") is not { } resources || List(json, "sourceIds") is not { } sources || List(json, "eventTypes") is not { } types)
        {
            return null;
        }

        return new EventFilter(modifier.GetString() == "include", resources, sources, types);
    }

    private static bool Has(IReadOnlyList<string> listed, string value) => listed.Any(l => l == Any || string.Equals(l, value, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string>? List(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= MaxEntries && list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(e => e.GetString()!)]
            : null;
}
