using System.Text.Json;
using RMF.Core.Inventory;

namespace RMF.XProtect.Json;

/// <summary>
/// Shares the texts that a site repeats thousands of times: names of members, values, ids. Each table has a fixed number of places,
/// a newcomer replaces who sat there, so memory is bounded and nothing is ever searched. Thread-safe: a lost race costs one more copy.
/// </summary>
internal sealed class TextCache
{
    /// <summary>Longer texts are seldom repeated and are not worth hashing.</summary>
    private const int LongestShared = 96;

    private const int Places = 1 << 14;

    private readonly string?[] names = new string?[1 << 10];
    private readonly string?[] ids = new string?[Places];
    private readonly Scalar?[] texts = new Scalar?[Places];
    private readonly Scalar?[] numbers = new Scalar?[1 << 10];

    /// <summary>The name of the member that the reader stands on.</summary>
    public string Name(ref Utf8JsonReader reader)
    {
        ref var place = ref names[Hash(reader.ValueSpan) & (names.Length - 1)];
        return place is { } known && reader.ValueTextEquals(known) ? known : place = reader.GetString()!;
    }

    /// <summary>The text that the reader stands on, as an id.</summary>
    public string Id(ref Utf8JsonReader reader)
    {
        ref var place = ref ids[Hash(reader.ValueSpan) & (Places - 1)];
        return place is { } known && reader.ValueTextEquals(known) ? known : place = Ids.Normalise(reader.GetString()!);
    }

    /// <summary>The text that the reader stands on, as a value.</summary>
    public Scalar Text(ref Utf8JsonReader reader)
    {
        var length = reader.ValueSpan.Length;
        if (length is 0 or > LongestShared)
        {
            return Scalar.Text(reader.GetString()!);
        }

        ref var place = ref texts[Hash(reader.ValueSpan) & (Places - 1)];
        return place is { } known && reader.ValueTextEquals(known.Value) ? known : place = Scalar.Text(reader.GetString()!);
    }

    public Scalar Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole) && whole is >= 0 and < 256)
        {
            return Scalar.Number(whole);
        }

        var made = reader.TryGetInt64(out whole) ? Scalar.Number(whole) : Scalar.Number(reader.GetDouble());
        ref var place = ref numbers[Hash(reader.ValueSpan) & (numbers.Length - 1)];
        return place is { } known && known.Equals(made) ? known : place = made;
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var value in text)
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }
}
