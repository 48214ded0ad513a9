using System.Text;
using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Editing;

/// <summary>Puts a value into a text by the parser's marks. Whether that did only what it should is for <see cref="EditProof"/> to say.</summary>
internal sealed class Splice(string text, EditPlace place, IReadOnlyList<object> segments, string value, Shape shape)
{
    private const int DefaultStep = 2;

    private readonly string newLine = NewLineOf(text);

    /// <summary>The new text, or null for a form that has no place for the value.</summary>
    public string? Apply()
    {
        var missing = segments.Skip(segments.Count - place.Missing).Cast<string>().ToList();
        if (place.Owner is null)
        {
            return AtEnd(missing);
        }

        if (place.Slot is not { } slot)
        {
            return place.Owner.IsFlow ? IntoFlow(place.Owner, Flow(missing)) : IntoBlock(place.Owner, missing);
        }

        if (missing.Count == 0)
        {
            return Replace(slot, Rendered(slot));
        }

        var isBlank = slot.Value is ScalarNode { Value.Length: 0 };
        return isBlank && !place.Owner.IsFlow && place.Entry is { } entry
            ? BelowKey(place.Owner, entry, missing)
            : Replace(slot, $"{{ {Flow(missing)} }}");
    }

    private string AtEnd(List<string> missing)
    {
        var open = text.Length > 0 && !IsLineEnd(text[text.Length - 1]);
        return text + (open ? newLine : "") + Block(missing, 0, DefaultStep) + newLine;
    }

    private string Replace(NodeSlot slot, string rendered)
    {
        if (slot.IsAlias)
        {
            return Put(slot.Start, slot.End, rendered);
        }

        var node = (ScalarNode)slot.Value;
        var start = AfterProperties(slot.Start);
        if (node.Value.Length == 0 && node.IsPlain)
        {
            // Nothing is written there: the value goes behind the colon or the anchor, or behind a key that has no colon yet.
            var colon = start == slot.Start && start > 0 && !EndsWithColon(start) ? ":" : "";
            var gap = start > 0 && colon.Length == 0 && text[start - 1] == ' ' ? "" : " ";
            return Put(start, start, colon + gap + rendered);
        }

        start = AfterBlank(start, slot.End);
        var end = slot.End;
        while (node.IsBlock && end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return Put(start, end, rendered);
    }

    private string IntoFlow(MappingNode owner, string entry)
    {
        if (owner.Entries.Count > 0)
        {
            var last = owner.Entries[owner.Entries.Count - 1];
            var end = Math.Max(last.Key.End, last.Slot.End);
            return Put(end, end, $", {entry}");
        }

        var open = text.IndexOf('{', AfterProperties(owner.Start)) + 1;
        var inner = text.Substring(open, owner.End - 1 - open);
        return inner.Trim(' ').Length == 0 ? Put(open, owner.End - 1, $" {entry} ") : Put(open, open, $" {entry} ");
    }

    private string? IntoBlock(MappingNode owner, List<string> missing)
    {
        var column = owner.Entries[0].Key.Column;
        return column < 1 ? null : AfterLine(text, owner.End, Block(missing, column - 1, Step()));
    }

    private string BelowKey(MappingNode owner, MappingEntry entry, List<string> missing)
    {
        // An anchor on an empty value ends on the next line by its mark; its own line is meant.
        var end = Math.Min(AfterProperties(entry.Slot.Start), text.Length);
        return AfterLine(text, end, Block(missing, owner.Entries[0].Key.Column - 1 + Step(), Step()));
    }

    /// <summary>Puts lines behind the line that holds the offset.</summary>
    public static string AfterLine(string text, int offset, string lines)
    {
        var lineEnd = NewLineOf(text);
        if (offset > 0 && IsLineEnd(text[offset - 1]))
        {
            // A block scalar ends at the beginning of a line already.
            return text.Insert(offset, lines + lineEnd);
        }

        while (offset < text.Length && !IsLineEnd(text[offset]))
        {
            offset++;
        }

        if (offset == text.Length)
        {
            return text + lineEnd + lines;
        }

        offset += text[offset] == '\r' && offset + 1 < text.Length && text[offset + 1] == '\n' ? 2 : 1;
        return text.Insert(offset, lines + lineEnd);
    }

    private string Block(List<string> keys, int indent, int step)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < keys.Count; i++)
        {
            lines.Append(i == 0 ? "" : newLine).Append(' ', indent + (i * step)).Append(YamlText.Text(keys[i])).Append(':');
        }

        return lines.Append(' ').Append(Rendered(null)).ToString();
    }

    private string Flow(List<string> keys)
        => string.Concat(keys.Take(keys.Count - 1).Select(k => $"{YamlText.Text(k)}: {{ "))
            + $"{YamlText.Text(keys[keys.Count - 1])}: {Rendered(null)}"
            + string.Concat(Enumerable.Repeat(" }", keys.Count - 1));

    /// <summary>The value in the quotes that stand there now, else in quotes only where it needs them.</summary>
    private string Rendered(NodeSlot? now)
    {
        var plain = shape.IsText ? YamlText.Text(value) : value;
        if (shape.IsBare || now is not { IsAlias: false } slot || plain.Length == 0 || plain[0] == '"')
        {
            return plain;
        }

        var start = AfterBlank(AfterProperties(slot.Start), slot.End);
        return start < text.Length && start < slot.End && text[start] is '"' or '\'' ? $"{text[start]}{plain}{text[start]}" : plain;
    }

    private int Step()
    {
        var child = place.Owner?.Entries.Select(e => e.Value).OfType<MappingNode>().FirstOrDefault(m => !m.IsFlow && m.Entries.Count > 0);
        var step = child is null ? DefaultStep : child.Entries[0].Key.Column - place.Owner!.Entries[0].Key.Column;
        return step is > 0 and <= 8 ? step : DefaultStep;
    }

    private bool EndsWithColon(int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t')
        {
            offset--;
        }

        return offset > 0 && text[offset - 1] is ':' or '-';
    }

    // Behind an anchor; tags are refused before an edit begins.
    private int AfterProperties(int offset)
    {
        if (offset < text.Length && text[offset] == '&')
        {
            while (offset < text.Length && !char.IsWhiteSpace(text[offset]) && text[offset] is not (',' or '}' or ']'))
            {
                offset++;
            }
        }

        return offset;
    }

    private int AfterBlank(int offset, int end)
    {
        while (offset < end && offset < text.Length && char.IsWhiteSpace(text[offset]))
        {
            offset++;
        }

        return offset;
    }

    private string Put(int start, int end, string part) => text.Substring(0, start) + part + text.Substring(end);

    private static bool IsLineEnd(char c) => c is '\n' or '\r';

    private static string NewLineOf(string text)
    {
        var at = text.IndexOfAny(LineEnds);
        return at < 0 || text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }

    internal static readonly char[] LineEnds = ['\n', '\r'];
}
