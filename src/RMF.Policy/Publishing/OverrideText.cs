using System.Globalization;
using System.Xml.Linq;
using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Policy.Publishing;

/// <summary>Override records as the text that a site keeps. Pure and thread-safe.</summary>
public static class OverrideText
{
    /// <summary>Records of a site: more is an order about a recording server or a side, not about cameras.</summary>
    public const int MostRecords = 1_000;

    private const string Name = "rmfOverrides";
    private const string Entry = "override";
    private const string Version = "1";

    /// <summary>The text of records.</summary>
    public static string Write(IEnumerable<OverrideRecord> records) => new XElement(
        Name,
        new XAttribute("version", Version),
        records.Select(r => new XElement(
            Entry,
            new XAttribute("serial", r.Serial),
            new XAttribute("scope", r.Scope),
            new XAttribute("act", r.Act),
            new XAttribute("target", r.Target),
            new XAttribute("of", r.TargetSide),
            new XAttribute("show", r.Show),
            new XAttribute("name", Plain(r.Name)),
            new XAttribute("reason", Plain(r.Reason)),
            new XAttribute("user", Plain(r.User)),
            new XAttribute("from", r.From.ToString("O", CultureInfo.InvariantCulture)),
            r.Until is { } until ? new XAttribute("until", until.ToString("O", CultureInfo.InvariantCulture)) : null,
            r.IsLifted ? new XAttribute("lifted", true) : null))).ToString(SaveOptions.DisableFormatting);

    /// <summary>
    /// The records of a text; null when it is none. An entry that a newer release wrote and this one does not know is left off. A text without
    /// characters holds no records.
    /// </summary>
    public static IReadOnlyList<OverrideRecord>? Read(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        return XmlNodes.TryParse(text, Name, out var root) && root.Attribute("version")?.Value == Version
            ? root.Elements(Entry).Take(MostRecords).Select(One).OfType<OverrideRecord>().ToList()
            : null;
    }

    private static OverrideRecord? One(XElement entry)
    {
        if (!long.TryParse(TextOf(entry, "serial"), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            || !TryRead(entry, "scope", out OverrideScope scope)
            || !TryRead(entry, "act", out OverrideAct act)
            || !TryRead(entry, "of", out Side of)
            || !TryRead(entry, "show", out Side show)
            || Time(TextOf(entry, "from")) is not { } from
            || (entry.Attribute("until") is { } end && Time(end.Value) is null))
        {
            return null;
        }

        return new OverrideRecord
        {
            Serial = serial,
            Scope = scope,
            Act = act,
            Target = TextOf(entry, "target"),
            TargetSide = of,
            Show = show,
            Name = TextOf(entry, "name"),
            Reason = TextOf(entry, "reason"),
            User = TextOf(entry, "user"),
            From = from,
            Until = entry.Attribute("until") is { } until ? Time(until.Value) : null,
            IsLifted = TextOf(entry, "lifted") == "true",
        };
    }

    private static bool TryRead<T>(XElement entry, string name, out T value)
        where T : struct, Enum
        => Enum.TryParse(TextOf(entry, name), out value) && Enum.IsDefined(typeof(T), value);

    private static DateTimeOffset? Time(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;

    private static string TextOf(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    // A character that XML cannot hold must not make the whole list unreadable.
    private static string Plain(string text) => string.Concat(text.Select(c => System.Xml.XmlConvert.IsXmlChar(c) ? c : ' '));
}
