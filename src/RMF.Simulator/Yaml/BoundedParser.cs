using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RMF.Simulator.Yaml;

/// <summary>Refuses what a world has no use for and a hostile file would use: tags, aliases, deep nesting, endless documents.</summary>
internal sealed class BoundedParser(IParser inner, string file) : IParser
{
    private const int MaxDepth = 32;
    private const int MaxEvents = 8_000_000;

    private int depth;
    private int events;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        if (!inner.MoveNext())
        {
            return false;
        }

        events++;
        var current = inner.Current!;
        depth += current.NestingIncrease;
        if (depth > MaxDepth)
        {
            throw Refuse(current, $"The file nests deeper than {MaxDepth} levels.");
        }

        if (events > MaxEvents)
        {
            throw Refuse(current, $"The file holds more than {MaxEvents} values.");
        }

        if (current is AnchorAlias)
        {
            throw Refuse(current, "Aliases (*name) are not supported.");
        }

        if (current is NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false })
        {
            throw Refuse(current, "Tags (!name) are not supported.");
        }

        return true;
    }

    private WorldException Refuse(ParsingEvent at, string problem) => new(file, at.Start.Line, at.Start.Column, problem);
}
