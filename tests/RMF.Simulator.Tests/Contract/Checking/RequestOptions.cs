namespace RMF.Simulator.Tests.Contract;

/// <summary>What the query of a request says about the shape of its answer.</summary>
/// <param name="Children">Names of child collections that were asked for.</param>
/// <param name="Flags">The other query names, lower case.</param>
/// <param name="Task">The task that a POST invokes; null when it creates.</param>
public sealed record RequestOptions(IReadOnlySet<string> Children, IReadOnlySet<string> Flags, string? Task)
{
    private static readonly string[] Shaping = ["tasks", "resources", "definitions", "noData"];

    /// <summary>What of the query decides which members the answer has; pages and filters do not.</summary>
    public string Shape => string.Join('&', Shaping.Where(Flags.Contains).Concat(Children.Order(StringComparer.Ordinal)).Append(Task ?? ""));

    public bool Asks(string flag) => Flags.Contains(flag);

    public static RequestOptions Parse(string query)
    {
        var children = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var flags = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string? task = null;
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..]);
            if (name.Equals("includeChildren", StringComparison.OrdinalIgnoreCase))
            {
                children.UnionWith(value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
            else if (name.Equals("task", StringComparison.OrdinalIgnoreCase))
            {
                task = value;
            }
            else
            {
                flags.Add(name);
            }
        }

        return new RequestOptions(children, flags, task);
    }
}
