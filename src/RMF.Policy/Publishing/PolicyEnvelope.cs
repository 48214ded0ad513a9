using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace RMF.Policy.Publishing;

/// <summary>A published policy as texts that a site can keep: a head, and parts of bounded length. Pure and thread-safe.</summary>
public static class PolicyEnvelope
{
    /// <summary>Characters of a part: a service of a site may take 64 Ki at once and no more.</summary>
    public const int PartLength = 48_000;

    /// <summary>Parts of a policy: 12,000 pairs take about 12.</summary>
    public const int MostParts = 500;

    /// <summary>Bytes of a policy when it is unpacked.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const string HeadName = "rmfPolicy";
    private const string PartName = "rmfPart";
    private const string Version = "1";

    /// <summary>The head and the parts.</summary>
    /// <param name="policy">What is published.</param>
    /// <param name="slot">The set of parts that it goes to.</param>
    /// <exception cref="ArgumentException">It is larger than <see cref="MostParts"/> parts.</exception>
    public static (string Head, IReadOnlyList<string> Parts) Write(PublishedPolicy policy, int slot)
    {
        var packed = Pack(policy);
        var count = (packed.Length + PartLength - 1) / PartLength;
        if (count > MostParts)
        {
            throw new ArgumentException($"The policy needs {count} parts, and {MostParts} is the most.", nameof(policy));
        }

        var parts = Enumerable.Range(0, count)
            .Select(i => new XElement(PartName, new XAttribute("serial", policy.Serial), new XAttribute("part", i), packed.Substring(i * PartLength, Math.Min(PartLength, packed.Length - (i * PartLength)))).ToString(SaveOptions.DisableFormatting))
            .ToList();
        var head = new XElement(
            HeadName,
            new XAttribute("version", Version),
            new XAttribute("serial", policy.Serial),
            new XAttribute("slot", slot),
            new XAttribute("parts", count),
            new XAttribute("digest", Digest(packed)),
            new XAttribute("name", policy.Name),
            new XAttribute("hash", policy.Hash),
            new XAttribute("published", policy.Published.ToString("O", CultureInfo.InvariantCulture)),
            new XAttribute("by", policy.By));
        return (head.ToString(SaveOptions.DisableFormatting), parts);
    }

    /// <summary>The head; null when the text is none.</summary>
    public static PublishedHead? ReadHead(string text)
    {
        if (!XmlNodes.TryParse(text, HeadName, out var root)
            || TextOf(root, "version") != Version
            || !long.TryParse(TextOf(root, "serial"), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            || TextOf(root, "slot") is not ("0" or "1")
            || !int.TryParse(TextOf(root, "parts"), NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            || parts > MostParts
            || !DateTimeOffset.TryParse(TextOf(root, "published"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var published))
        {
            return null;
        }

        return new PublishedHead(serial, TextOf(root, "slot") == "1" ? 1 : 0, parts, TextOf(root, "digest"))
        {
            Name = TextOf(root, "name"),
            Hash = TextOf(root, "hash"),
            Published = published,
            By = TextOf(root, "by"),
        };
    }

    /// <summary>The policy, or why it cannot be used. It is used only when it is whole and its text is a valid policy of the hash that it tells.</summary>
    /// <param name="source">For people: where it was read.</param>
    /// <param name="head">Its head.</param>
    /// <param name="parts">Its parts in order.</param>
    public static PublishedReading Read(string source, PublishedHead head, IReadOnlyList<string> parts)
    {
        var packed = new StringBuilder();
        foreach (var part in parts)
        {
            packed.Append(XmlNodes.TryParse(part, PartName, out var root) ? root.Value : "");
        }

        if (parts.Count != head.Parts || Digest(packed.ToString()) != head.Digest)
        {
            return new(source, null, "its parts do not belong together: it was being written, or somebody changed it");
        }

        return Unpack(packed.ToString()) is not var (text, pairs)
            ? new(source, null, "it is packed in a way that this release does not know")
            : Checked(source, head, text, pairs);
    }

    private static PublishedReading Checked(string source, PublishedHead head, string text, IReadOnlyList<CameraPair> pairs)
    {
        var read = PolicyReader.Parse(text, head.Name);
        if (read.Policy is not { } policy)
        {
            var first = read.Messages.FirstOrDefault(m => m.Severity == PolicySeverity.Error);
            return new(source, null, $"its text is not a valid policy: {first}");
        }

        return string.Equals(policy.PolicyHash, head.Hash, StringComparison.Ordinal)
            ? new(source, new PublishedPolicy { Serial = head.Serial, Text = text, Hash = head.Hash, Name = head.Name, Published = head.Published, By = head.By, Pairs = pairs }, null)
            : new(source, null, "its text means something else to this release than to the one that published it");
    }

    private static string Pack(PublishedPolicy policy)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var json = new Utf8JsonWriter(zip))
        {
            json.WriteStartObject();
            json.WriteString("text", policy.Text);
            PairTable.Write(json, policy.Pairs);
            json.WriteEndObject();
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private static (string Text, IReadOnlyList<CameraPair> Pairs)? Unpack(string packed)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[81_920];
            int read;
            while ((read = zip.Read(buffer, 0, buffer.Length)) > 0)
            {
                plain.Write(buffer, 0, read);
                if (plain.Length > MostBytes)
                {
                    return null;
                }
            }

            using var json = JsonDocument.Parse(plain.ToArray());
            return (json.RootElement.GetProperty("text").GetString() ?? "", PairTable.Read(json.RootElement));
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static string Digest(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string TextOf(XElement element, string name) => element.Attribute(name)?.Value ?? "";
}
