using RMF.Policy.Description;
using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Editing;

/// <summary>One new entry of a list: find the list, splice the line, read it again, compare.</summary>
internal static class EntryEdit
{
    /// <summary>The new text, or null after an error was reported.</summary>
    public static string? Make(string text, string path, IReadOnlyList<KeyValuePair<string, string>> entry, Reading reading)
    {
        if (!PolicyPath.TryParse(path, out var segments) || KeyIndex.Find(segments, out _) is not { IsList: true, Element: { } element } shape)
        {
            reading.Report(PolicyCodes.WrongType, path, $"'{Quote.Short(path)}' is no list of a policy", "Append to a list, such as live.overrides.");
            return null;
        }

        if (Flow(entry, path, element, reading) is not { } written)
        {
            return null;
        }

        var before = ScalarEdit.Read(text, reading, out var isEmpty);
        if (before is null && !isEmpty)
        {
            return null;
        }

        var after = ListAt(before, segments, out var isShared) is { } list
            ? isShared ? null : Behind(text, list, written)
            : Made(text, before, segments, path, written, shape, reading);
        if (after is null)
        {
            reading.Report(PolicyCodes.BadCombination, path, before, $"{path} stands in a form that cannot be edited in place", "Add the entry by hand.");
            return null;
        }

        var again = new Reading(reading.File);
        if (ScalarEdit.Read(after, again, out _) is { } changed && EditProof.OnlyChanged(before, changed, segments, (was, now) => OneMore(was, now, entry)))
        {
            return after;
        }

        reading.Report(PolicyCodes.BadCombination, path, before, $"adding to {path} would change more than the list", "Add the entry by hand. An anchor that other keys share is one cause.");
        return null;
    }

    private static string? Flow(IReadOnlyList<KeyValuePair<string, string>> entry, string path, Shape element, Reading reading)
    {
        var parts = new List<string>();
        foreach (var group in entry.Select(e => (Keys: e.Key.Split(['.'], 2), e.Value)).GroupBy(e => e.Keys[0], StringComparer.Ordinal))
        {
            if (element.Keys.FirstOrDefault(k => string.Equals(k.Name, group.Key, StringComparison.Ordinal))?.Shape is not { } shape)
            {
                reading.Report(PolicyCodes.UnknownKey, path, $"an entry of {path} has no key '{Quote.Short(group.Key)}'", PolicyCodes.UnknownKey.Help);
                return null;
            }

            var below = group.Where(e => e.Keys.Length > 1).Select(e => new KeyValuePair<string, string>(e.Keys[1], e.Value)).ToList();
            var value = below.Count > 0 ? Flow(below, $"{path}[].{group.Key}", shape, reading) : Single(group.Last().Value, $"{path}[].{group.Key}", shape, reading);
            if (value is null)
            {
                return null;
            }

            parts.Add($"{group.Key}: {value}");
        }

        return "{ " + string.Join(", ", parts) + " }";
    }

    private static string? Single(string value, string path, Shape shape, Reading reading)
    {
        var node = new ScalarNode { File = reading.File, Line = 1, Column = 1, Start = 0, End = 0, Size = 1, Value = value, IsPlain = !shape.IsText };
        return shape.ContentOf(node, reading, path) is null ? null : shape.IsText ? YamlText.Text(value) : value;
    }

    private static SequenceNode? ListAt(PolicyNode? node, IReadOnlyList<object> segments, out bool isShared)
    {
        isShared = false;
        foreach (var segment in segments)
        {
            NodeSlot? slot = (node, segment) switch
            {
                (MappingNode map, string key) => map.Find(key)?.Slot,
                (SequenceNode list, int index) when index < list.Items.Count => list.Items[index],
                _ => null,
            };
            isShared |= slot is { IsAlias: true };
            node = slot?.Value;
        }

        return node as SequenceNode;
    }

    /// <summary>Behind the last entry of a list, in the list's own style; null for a form that has no place for it.</summary>
    private static string? Behind(string text, SequenceNode list, string entry)
    {
        var start = list.Start;
        if (start < text.Length && text[start] == '&')
        {
            while (start < text.Length && text[start] is not ('[' or '\n' or '\r'))
            {
                start++;
            }
        }

        if (start < text.Length && text[start] == '[')
        {
            return InBrackets(text, list, entry, start);
        }

        if (list.Items.Count == 0)
        {
            return null;
        }

        // The dash of the first entry tells the column. What stands before it on its line is blank, or another form is meant.
        var dash = text.LastIndexOf('-', Math.Min(list.Items[0].Start, text.Length - 1));
        var line = dash < 0 ? -1 : text.LastIndexOfAny(Splice.LineEnds, dash) + 1;
        if (line < 0 || text.Substring(line, dash - line).Trim(' ').Length > 0)
        {
            return null;
        }

        return Splice.AfterLine(text, list.End, text.Substring(line, dash - line) + "- " + entry);
    }

    private static string InBrackets(string text, SequenceNode list, string entry, int open)
    {
        if (list.Items.Count == 0)
        {
            return text.Substring(0, open + 1) + " " + entry + " " + text.Substring(open + 1).TrimStart(' ');
        }

        var end = list.Items[list.Items.Count - 1].End;
        return text.Substring(0, end) + ", " + entry + text.Substring(end);
    }

    private static string? Made(string text, MappingNode? before, IReadOnlyList<object> segments, string path, string entry, Shape shape, Reading reading)
        => EditPlace.Find(before, segments, path, new Reading(reading.File)) is { } place ? new Splice(text, place, segments, $"[ {entry} ]", shape).Apply() : null;

    private static bool OneMore(PolicyNode? was, PolicyNode now, IReadOnlyList<KeyValuePair<string, string>> entry)
    {
        if (now is not SequenceNode list || was is not (null or SequenceNode or ScalarNode { IsNull: true }))
        {
            return false;
        }

        var old = was is SequenceNode before ? before.Items : [];
        return list.Items.Count == old.Count + 1
            && old.Zip(list.Items, (a, b) => Merging.Same(a.Value, b.Value)).All(s => s)
            && Leaves(list.Items[old.Count].Value, "").SequenceEqual(entry);
    }

    private static IEnumerable<KeyValuePair<string, string>> Leaves(PolicyNode node, string path) => node switch
    {
        ScalarNode scalar => [new(path, scalar.Value)],
        MappingNode map => map.Entries.SelectMany(e => Leaves(e.Value, path.Length == 0 ? e.Key.Value : $"{path}.{e.Key.Value}")),
        _ => [new(path, "[]")],
    };
}
