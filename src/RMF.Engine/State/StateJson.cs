using System.Globalization;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Engine.Json;
using RMF.Engine.Runs;

namespace RMF.Engine.State;

/// <summary>The state file, format 1, as canonical JSON.</summary>
public static class StateJson
{
    public static void Write(StateDocument state, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, CanonicalJson.Compact);
        writer.WriteStartObject();
        writer.WriteString("fingerprintKey", Convert.ToBase64String(state.FingerprintKey));
        writer.WriteNumber("formatVersion", StateDocument.CurrentFormat);
        writer.WriteString("lastDirection", state.LastDirection);
        writer.WriteString("lineage", state.Lineage.ToString("D"));
        writer.WriteStartArray("pairs");
        foreach (var pair in state.Pairs.OrderBy(p => KeyJson.Format(p.Primary), StringComparer.Ordinal))
        {
            WritePair(writer, pair);
        }

        writer.WriteEndArray();
        writer.WriteNumber("serial", state.Serial);
        writer.WriteStartArray("tombstones");
        foreach (var tombstone in state.Tombstones)
        {
            writer.WriteStartObject();
            writer.WriteString("address", tombstone.Address);
            writer.WriteString("since", CanonicalJson.Time(tombstone.Since));
            writer.WriteString("target", KeyJson.Format(tombstone.Target));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static RunOutcome<StateDocument> Read(byte[] bytes, string fileName)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            var format = root.GetProperty("formatVersion").GetInt32();
            if (format != StateDocument.CurrentFormat)
            {
                return new RunFailure(
                    "RMF2201",
                    string.Format(CultureInfo.InvariantCulture, "{0} is a state file of format {1}; this release reads format {2}.", fileName, format, StateDocument.CurrentFormat),
                    "Use the release that wrote it, or move the file away: the next run finds the pairs again and deletes nothing.");
            }

            var shapes = new ShapePool();
            return new StateDocument
            {
                Lineage = root.GetProperty("lineage").GetGuid(),
                Serial = root.GetProperty("serial").GetInt64(),
                FingerprintKey = root.GetProperty("fingerprintKey").GetBytesFromBase64(),
                LastDirection = root.GetProperty("lastDirection").GetString() ?? string.Empty,
                Pairs = root.GetProperty("pairs").EnumerateArray().Select(p => ReadPair(p, shapes)).ToList(),
                Tombstones = root.GetProperty("tombstones").EnumerateArray()
                    .Select(t => new Tombstone(KeyJson.Parse(t.GetProperty("target").GetString()), t.GetProperty("address").GetString()!, t.GetProperty("since").GetDateTimeOffset())).ToList(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return new RunFailure("RMF2202", $"{fileName} is no state file, or it is damaged: {e.Message}", "Restore it from a backup, or move it away: the next run finds the pairs again and deletes nothing.");
        }
    }

    private static void WritePair(Utf8JsonWriter writer, RememberedPair pair)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("bases");
        foreach (var entry in pair.Bases.OrderBy(b => b.Key.ToString(), StringComparer.Ordinal))
        {
            writer.WritePropertyName(entry.Key.ToString());
            ValueJson.Write(writer, entry.Value, pair.Secondary.Site);
        }

        writer.WriteEndObject();
        writer.WriteString("ownership", pair.Ownership.ToString());
        writer.WriteString("primary", KeyJson.Format(pair.Primary));
        WriteIdentity(writer, "primaryIdentity", pair.PrimaryIdentity);
        writer.WriteString("secondary", KeyJson.Format(pair.Secondary));
        WriteIdentity(writer, "secondaryIdentity", pair.SecondaryIdentity);
        writer.WriteEndObject();
    }

    private static RememberedPair ReadPair(JsonElement element, ShapePool shapes)
    {
        var secondary = KeyJson.Parse(element.GetProperty("secondary").GetString());
        return new RememberedPair(
            KeyJson.Parse(element.GetProperty("primary").GetString()),
            secondary,
            Enum.TryParse<Ownership>(element.GetProperty("ownership").GetString(), out var ownership) ? ownership : Ownership.None)
        {
            PrimaryIdentity = ReadIdentity(element, "primaryIdentity"),
            SecondaryIdentity = ReadIdentity(element, "secondaryIdentity"),

            // Base values are in the secondary side's form, so their references are the secondary site's.
            Bases = element.GetProperty("bases").EnumerateObject()
                .Where(b => Enum.TryParse<ItemKind>(b.Name, out _))
                .ToDictionary(b => (ItemKind)Enum.Parse(typeof(ItemKind), b.Name), b => ValueJson.ReadBag(b.Value, secondary.Site, shapes)),
        };
    }

    private static void WriteIdentity(Utf8JsonWriter writer, string name, HardwareIdentity? identity)
    {
        if (identity is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        if (identity.Address is { } address)
        {
            writer.WriteString("address", $"{address.Host}:{address.Port.ToString(CultureInfo.InvariantCulture)}");
        }

        if (identity.DriverNumber is not null)
        {
            writer.WriteString("driver", identity.DriverNumber);
        }

        if (identity.Mac is not null)
        {
            writer.WriteString("mac", identity.Mac);
        }

        writer.WriteEndObject();
    }

    private static HardwareIdentity? ReadIdentity(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var identity))
        {
            return null;
        }

        string? Text(string member) => identity.TryGetProperty(member, out var value) ? value.GetString() : null;
        return new HardwareIdentity(Text("mac"), DeviceAddress.Parse(Text("address")), Text("driver"));
    }
}
