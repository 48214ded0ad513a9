using System.Buffers.Binary;
using System.Text.Json;
using RMF.Core.Inventory;

namespace RMF.XProtect.Json;

/// <summary>
/// Shares the texts that a site repeats thousands of times: names of members, values, ids. Each table has a fixed number of places,
/// and among values and ids a newcomer replaces who sat there, so memory is bounded. Thread-safe: a lost race costs one more copy.
/// </summary>
internal sealed class TextCache
{
    /// <summary>Longer texts are seldom repeated and are not worth hashing.</summary>
    private const int LongestShared = 96;

    private const int Places = 1 << 14;

    /// <summary>A name that finds so many places taken is not shared. A release and its drivers know some thousand names.</summary>
    private const int NameProbes = 16;

    private readonly string?[] names = new string?[1 << 13];
    private readonly string?[] ids = new string?[Places];
    private readonly Scalar?[] texts = new Scalar?[Places];
    private readonly Scalar?[] numbers = new Scalar?[1 << 10];

    /// <summary>The name of the member that the reader stands on.</summary>
    public string Name(ref Utf8JsonReader reader)
    {
        // Names keep their places, so that the same name is the same object ever after: shapes are found again by that.
        var hash = Hash(reader.ValueSpan);
        for (var i = 0; i < NameProbes; i++)
        {
            ref var place = ref names[(hash + i) & (names.Length - 1)];
            if (place is not { } known)
            {
                var name = reader.GetString()!;
                return Interlocked.CompareExchange(ref place, name, null) is { } other && reader.ValueTextEquals(other) ? other : name;
            }

            if (reader.ValueTextEquals(known))
            {
                return known;
            }
        }

        return reader.GetString()!;
    }

    /// <summary>The text that the reader stands on, as an id.</summary>
    public string Id(ref Utf8JsonReader reader)
    {
        ref var place = ref ids[Hash(reader.ValueSpan) & (Places - 1)];
        return place is { } known && reader.ValueTextEquals(known) ? known : place = Ids.Read(reader.GetString()!);
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

    // Eight bytes from the beginning, the middle and the end tell the names, values and ids of a site apart well enough; a clash costs one copy.
    private static int Hash(ReadOnlySpan<byte> text)
    {
        const int word = sizeof(ulong);
        ulong hash = (uint)text.Length;
        if (text.Length >= word)
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text.Slice((text.Length - word) / 2)));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(text.Length - word)));
        }
        else
        {
            foreach (var value in text)
            {
                hash = Mix(hash, value);
            }
        }

        return (int)(hash >> 33);
    }

    private static ulong Mix(ulong hash, ulong value) => (hash ^ value) * 0x9E3779B97F4A7C15UL ^ (hash >> 29);
}
