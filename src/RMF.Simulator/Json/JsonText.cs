using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace RMF.Simulator.Json;

/// <summary>
/// Writes JSON straight to UTF-8 with the spacing of the real gateway (<c>{ "array" : [ { ... } ] }</c>), which
/// Utf8JsonWriter cannot produce. Names are given as prepared bytes on the hot path. Not thread-safe.
/// </summary>
internal sealed class JsonText
{
    private const int FirstSize = 4096;

    private readonly ArrayBufferWriter<byte> buffer = new(FirstSize);
    private Place place = Place.AfterName;
    private bool numbersAsText;

    public JsonText(bool numbersAsText = false) => this.numbersAsText = numbersAsText;

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>A member name with quotes, colon and spacing, ready to be copied.</summary>
    public static byte[] Prepare(string name) => Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(name)}\" : ");

    public JsonText Object()
    {
        Separate();
        Raw("{"u8);
        place = Place.AfterOpen;
        return this;
    }

    public JsonText EndObject() => End(" }"u8);

    public JsonText Array()
    {
        Separate();
        Raw("["u8);
        place = Place.AfterOpen;
        return this;
    }

    public JsonText EndArray() => End(" ]"u8);

    public JsonText Name(string name) => Name(Prepare(name));

    public JsonText Name(byte[] prepared)
    {
        Separate();
        Raw(prepared);
        place = Place.AfterName;
        return this;
    }

    public JsonText Text(string value)
    {
        Separate();
        Raw("\""u8);
        Escaped(value);
        Raw("\""u8);
        place = Place.AfterValue;
        return this;
    }

    public JsonText Id(Guid id, bool upper = false)
    {
        Separate();
        var span = buffer.GetSpan(38);
        span[0] = (byte)'"';
        Utf8Formatter.TryFormat(id, span[1..], out var written);
        if (upper)
        {
            Ascii.ToUpperInPlace(span.Slice(1, written), out _);
        }

        span[written + 1] = (byte)'"';
        buffer.Advance(written + 2);
        place = Place.AfterValue;
        return this;
    }

    /// <summary>A time in the site's spelling; year 1 means "not set" and stands without a zone.</summary>
    public JsonText Time(DateTimeOffset time) => Text(time == DateTimeOffset.MinValue
        ? "0001-01-01T00:00:00.0000000"
        : time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));

    public JsonText Flag(bool value) => Literal(value ? "true"u8 : "false"u8);

    public JsonText Whole(long value)
    {
        Separate();
        Quote();
        var span = buffer.GetSpan(24);
        Utf8Formatter.TryFormat(value, span, out var written);
        buffer.Advance(written);
        Quote();
        place = Place.AfterValue;
        return this;
    }

    public JsonText Number(double value)
    {
        Separate();
        Quote();
        Raw(Encoding.UTF8.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)));
        Quote();
        place = Place.AfterValue;
        return this;
    }

    /// <summary>Progress, error codes and the like are numbers in every release.</summary>
    public JsonText PlainWhole(long value)
    {
        var asText = numbersAsText;
        numbersAsText = false;
        Whole(value);
        numbersAsText = asText;
        return this;
    }

    private void Quote()
    {
        if (numbersAsText)
        {
            Raw("\""u8);
        }
    }

    private JsonText Literal(ReadOnlySpan<byte> literal)
    {
        Separate();
        Raw(literal);
        place = Place.AfterValue;
        return this;
    }

    private enum Place
    {
        AfterOpen,
        AfterName,
        AfterValue,
    }

    private JsonText End(ReadOnlySpan<byte> close)
    {
        Raw(close);
        place = Place.AfterValue;
        return this;
    }

    private void Separate()
    {
        if (place == Place.AfterValue)
        {
            Raw(", "u8);
        }
        else if (place == Place.AfterOpen)
        {
            Raw(" "u8);
        }
    }

    private void Escaped(string value)
    {
        var plain = true;
        foreach (var c in value)
        {
            if (c is < ' ' or '"' or '\\' or > '~')
            {
                plain = false;
                break;
            }
        }

        var text = plain ? value : JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);
        var span = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        buffer.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.GetSpan(bytes.Length));
        buffer.Advance(bytes.Length);
    }
}
