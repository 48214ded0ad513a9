using System.Text.Json;

namespace RMF.Policy.Publishing;

/// <summary>
/// Pairs as a packed policy holds them: ids as bytes, and beside them tables of recording servers and of sets of overrides, each written once. What
/// this release does not know in it is passed over, and a table that is missing leaves its members null: an earlier release wrote it. Pure.
/// </summary>
internal static class PairTable
{
    /// <summary>Recording servers, and sets of overrides, that can be told: their numbers have 16 bits, and 0 is "not told".</summary>
    public const int MostRows = ushort.MaxValue - 1;

    private const int GuidLength = 16;
    private const int NumberLength = 2;

    /// <summary>Writes the members into the object that is open.</summary>
    /// <exception cref="ArgumentException">There are more recording servers or sets than <see cref="MostRows"/>.</exception>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CameraPair> pairs)
    {
        json.WriteBase64String("pairs", Ids(pairs));
        if (pairs.All(p => p.PrimaryPlace is null && p.SecondaryPlace is null))
        {
            return;
        }

        var places = pairs.SelectMany(p => new[] { p.PrimaryPlace, p.SecondaryPlace }).OfType<PublishedPlace>().Distinct().ToList();
        var sets = pairs.Select(p => p.Overrides).Distinct().ToList();
        if (places.Count > MostRows || sets.Count > MostRows)
        {
            throw new ArgumentException($"The pairs name more than {MostRows} recording servers or sets of overrides.", nameof(pairs));
        }

        json.WriteStartArray("places");
        foreach (var place in places)
        {
            json.WriteStartArray();
            json.WriteStringValue(place.Site);
            json.WriteStringValue(place.RecorderId);
            json.WriteStringValue(place.RecorderName);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("overrides");
        foreach (var set in sets)
        {
            json.WriteStartArray();
            foreach (var place in set.Places)
            {
                json.WriteNumberValue(place);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteBase64String("rows", Rows(pairs, places, sets));
    }

    /// <summary>Reads the members of a packed policy.</summary>
    /// <exception cref="InvalidOperationException">A member is of another type.</exception>
    /// <exception cref="FormatException">A member holds no bytes.</exception>
    /// <exception cref="KeyNotFoundException">There are no pairs.</exception>
    public static IReadOnlyList<CameraPair> Read(JsonElement packed)
    {
        var ids = packed.GetProperty("pairs").GetBytesFromBase64();
        var count = ids.Length / (2 * GuidLength);
        var places = packed.TryGetProperty("places", out var told) ? told.EnumerateArray().Select(Place).ToList() : [];
        var sets = packed.TryGetProperty("overrides", out var matching) ? matching.EnumerateArray().Select(s => OverrideSet.Of(s.EnumerateArray().Select(n => n.GetInt32()))).ToList() : [];
        var rows = packed.TryGetProperty("rows", out var numbers) ? numbers.GetBytesFromBase64() : [];
        var pairs = new List<CameraPair>(count);
        for (var i = 0; i < count; i++)
        {
            pairs.Add(new CameraPair(IdAt(ids, i * 2), IdAt(ids, (i * 2) + 1))
            {
                PrimaryPlace = Row(places, rows, i * 3),
                SecondaryPlace = Row(places, rows, (i * 3) + 1),
                Overrides = Row(sets, rows, (i * 3) + 2) ?? OverrideSet.None,
            });
        }

        return pairs;
    }

    private static PublishedPlace Place(JsonElement row) => new(row[0].GetString() ?? "", row[1].GetString() ?? "", row[2].GetString() ?? "");

    private static byte[] Ids(IReadOnlyList<CameraPair> pairs)
    {
        var bytes = new byte[pairs.Count * 2 * GuidLength];
        for (var i = 0; i < pairs.Count; i++)
        {
            new Guid(pairs[i].Primary).ToByteArray().CopyTo(bytes, i * 2 * GuidLength);
            new Guid(pairs[i].Secondary).ToByteArray().CopyTo(bytes, ((i * 2) + 1) * GuidLength);
        }

        return bytes;
    }

    private static byte[] Rows(IReadOnlyList<CameraPair> pairs, List<PublishedPlace> places, List<OverrideSet> sets)
    {
        var numberOf = places.Select((place, i) => (place, i)).ToDictionary(p => p.place, p => p.i + 1);
        var setOf = sets.Select((set, i) => (set, i)).ToDictionary(s => s.set, s => s.i + 1);
        var bytes = new byte[pairs.Count * 3 * NumberLength];
        var at = 0;
        foreach (var pair in pairs)
        {
            Put(pair.PrimaryPlace is { } primary ? numberOf[primary] : 0);
            Put(pair.SecondaryPlace is { } secondary ? numberOf[secondary] : 0);
            Put(setOf[pair.Overrides]);
        }

        return bytes;

        void Put(int number)
        {
            bytes[at++] = (byte)number;
            bytes[at++] = (byte)(number >> 8);
        }
    }

    private static T? Row<T>(List<T> table, byte[] rows, int number)
        where T : class
    {
        var at = number * NumberLength;
        if (at + NumberLength > rows.Length)
        {
            return null;
        }

        var row = rows[at] | (rows[at + 1] << 8);
        return row > 0 && row <= table.Count ? table[row - 1] : null;
    }

    private static string IdAt(byte[] bytes, int number)
    {
        var id = new byte[GuidLength];
        Array.Copy(bytes, number * GuidLength, id, 0, GuidLength);
        return new Guid(id).ToString("D");
    }
}
