using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RMF.Policy.Yaml;

/// <summary>
/// YAML text to nodes, within <see cref="YamlLimits"/>. Aliases are shared, not copied, and counted as if they were copied,
/// so that a small text cannot stand for a large one. Whatever the text is, the outcome is a message, not an exception.
/// </summary>
internal sealed class YamlLoader
{
    private readonly string file;
    private readonly string text;
    private readonly Reading reading;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly Dictionary<string, PolicyNode?> anchors = new(StringComparer.Ordinal);
    private readonly Stack<Mark> openFlows = new();
    private long nodes;
    private int aliases;

    private YamlLoader(string text, string file, Reading reading)
    {
        this.file = file;
        this.text = text;
        this.reading = reading;
        scanner = new Scanner(new StringReader(text), skipComments: true);
        parser = new Parser(scanner);
    }

    /// <summary>The file's mapping, or null after an error. The text carries no byte order mark.</summary>
    public static MappingNode? Load(string text, string file, Reading reading)
    {
        if (TextCheck.Find(text) is { } bad)
        {
            reading.Report(PolicyCodes.BadCharacter, "", file, bad.Line, bad.Column, bad.Text);
            return null;
        }

        return new YamlLoader(text, file, reading).Document();
    }

    private MappingNode? Document()
    {
        try
        {
            if (!parser.MoveNext() || !parser.MoveNext() || parser.Current is StreamEnd)
            {
                reading.Report(PolicyCodes.Empty, "", file, 1, 1, "the file holds nothing");
                return null;
            }

            if (!parser.MoveNext() || Node(1) is not { } root)
            {
                return null;
            }

            parser.MoveNext();
            if (parser.MoveNext() && parser.Current is DocumentStart second)
            {
                reading.Report(PolicyCodes.SecondDocument, "", file, (int)second.Start.Line, (int)second.Start.Column, "a second document begins here");
            }

            return Root(root.Value);
        }
        catch (YamlException e)
        {
            SyntaxMessage.Report(reading, file, text, e, Opened());
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException or InvalidCastException or FormatException or OverflowException)
        {
            // YamlDotNet 16.3.0 lets bare exceptions out on some broken input: an unclosed flow collection is one.
            SyntaxMessage.Report(reading, file, scanner.CurrentPosition, parser.Current?.End, Opened());
        }

        return null;
    }

    private Mark? Opened() => openFlows.Count > 0 ? openFlows.Peek() : null;

    private MappingNode? Root(PolicyNode root)
    {
        if (root is MappingNode mapping)
        {
            return mapping;
        }

        if (root is ScalarNode { IsNull: true })
        {
            reading.Report(PolicyCodes.Empty, "", file, 1, 1, "the file holds nothing");
        }
        else
        {
            reading.Report(PolicyCodes.NotAMapping, "", file, root.Line, root.Column, $"the file is {root.Noun}, not keys and values");
        }

        return null;
    }

    // Reads the node that the parser stands on and leaves the parser on its last event.
    private NodeSlot? Node(int depth)
    {
        var current = parser.Current!;
        if (depth > YamlLimits.MaxDepth)
        {
            return Stop(current.Start, FormattableString.Invariant($"more than {YamlLimits.MaxDepth} levels deep"));
        }

        if (++nodes > YamlLimits.MaxNodes)
        {
            return Stop(current.Start, FormattableString.Invariant($"more than {YamlLimits.MaxNodes} values"));
        }

        if (current is AnchorAlias alias)
        {
            return Alias(alias);
        }

        var opening = (NodeEvent)current;
        if (!opening.Tag.IsEmpty)
        {
            reading.Report(PolicyCodes.Tag, "", file, (int)opening.Start.Line, (int)opening.Start.Column, "a tag stands here");
        }

        var anchor = opening.Anchor.IsEmpty ? null : opening.Anchor.Value;
        if (anchor is not null)
        {
            anchors[anchor] = null;
        }

        PolicyNode? node = opening switch
        {
            MappingStart start => Mapping(start, depth),
            SequenceStart start => Sequence(start, depth),
            _ => Scalar((Scalar)opening),
        };
        if (node is not null && anchor is not null)
        {
            anchors[anchor] = node;
        }

        return node is null ? null : new NodeSlot(node, node.Start, node.End, IsAlias: false);
    }

    private NodeSlot? Alias(AnchorAlias alias)
    {
        if (++aliases > YamlLimits.MaxAliases)
        {
            return Stop(alias.Start, FormattableString.Invariant($"more than {YamlLimits.MaxAliases} aliases"));
        }

        if (!anchors.TryGetValue(alias.Value.Value, out var node) || node is null)
        {
            reading.Report(PolicyCodes.BadAlias, "", file, (int)alias.Start.Line, (int)alias.Start.Column, "the alias leads nowhere");
            node = Unknown(alias.Start);
        }

        nodes += node.Size;
        return nodes > YamlLimits.MaxNodes
            ? Stop(alias.Start, FormattableString.Invariant($"more than {YamlLimits.MaxNodes} values, aliases counted as what they stand for"))
            : new NodeSlot(node, (int)alias.Start.Index, (int)alias.End.Index, IsAlias: true);
    }

    private NodeSlot? Stop(Mark at, string what)
    {
        reading.Report(PolicyCodes.TooLarge, "", file, (int)at.Line, (int)at.Column, what);
        return null;
    }

    private ScalarNode Scalar(Scalar scalar) => new()
    {
        File = file,
        Line = (int)scalar.Start.Line,
        Column = (int)scalar.Start.Column,
        Start = (int)scalar.Start.Index,
        End = (int)scalar.End.Index,
        Size = 1,
        Value = scalar.Value,
        IsPlain = scalar.Style == ScalarStyle.Plain,
        IsBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded,
    };

    private ScalarNode Unknown(Mark at) => new()
    {
        File = file,
        Line = (int)at.Line,
        Column = (int)at.Column,
        Start = (int)at.Index,
        End = (int)at.Index,
        Size = 1,
        Value = "",
        IsPlain = true,
        IsUnknown = true,
    };

    private SequenceNode? Sequence(SequenceStart start, int depth)
    {
        var isFlow = start.Style == SequenceStyle.Flow;
        Open(isFlow, start.Start);
        var items = new List<NodeSlot>();
        var size = 1L;
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
            size += item.Value.Size;
        }

        Close(isFlow);
        return new()
        {
            File = file,
            Line = (int)start.Start.Line,
            Column = (int)start.Start.Column,
            Start = (int)start.Start.Index,
            End = isFlow ? (int)parser.Current!.Start.Index + 1 : items.Count == 0 ? (int)start.End.Index : items[items.Count - 1].End,
            Size = size,
            Items = items,
        };
    }

    private MappingNode? Mapping(MappingStart start, int depth)
    {
        var isFlow = start.Style == MappingStyle.Flow;
        Open(isFlow, start.Start);
        var entries = new List<MappingEntry>();
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        var size = 1L;
        var end = (int)start.End.Index;
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var keyStart = parser.Current!.Start;
            if (Node(depth + 1) is not { } key || !parser.MoveNext() || Node(depth + 1) is not { } value)
            {
                return null;
            }

            end = Math.Max(key.End, value.End);
            if (key.IsAlias || key.Value is not ScalarNode name || name.Value == "<<")
            {
                reading.Report(PolicyCodes.BadKey, "", file, (int)keyStart.Line, (int)keyStart.Column, "the key is not text");
            }
            else if (seen.TryGetValue(name.Value, out var first))
            {
                reading.Report(PolicyCodes.DuplicateKey, "", file, name.Line, name.Column, FormattableString.Invariant($"'{Quote.Short(name.Value)}' stands here and in line {first.Line}"));
            }
            else
            {
                seen.Add(name.Value, name);
                entries.Add(new(name, value));
                size += 1 + value.Value.Size;
            }
        }

        Close(isFlow);
        return new()
        {
            File = file,
            Line = (int)start.Start.Line,
            Column = (int)start.Start.Column,
            Start = (int)start.Start.Index,
            End = isFlow ? (int)parser.Current!.Start.Index + 1 : end,
            Size = size,
            Entries = entries,
            IsFlow = isFlow,
        };
    }

    private void Open(bool isFlow, Mark at)
    {
        if (isFlow)
        {
            openFlows.Push(at);
        }
    }

    private void Close(bool isFlow)
    {
        if (isFlow)
        {
            openFlows.Pop();
        }
    }
}
