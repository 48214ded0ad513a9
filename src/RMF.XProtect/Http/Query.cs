using System.Globalization;
using System.Text;

namespace RMF.XProtect.Http;

/// <summary>
/// Builds a query out of names that XProtect is known to understand, and no others: it takes any unknown name for a property filter
/// and answers 200 with an empty array. Not thread-safe.
/// </summary>
internal sealed class Query
{
    /// <summary>Properties that are filtered by. Each one must exist on the resource that it is used with.</summary>
    private static readonly HashSet<string> FilterProperties = new(StringComparer.Ordinal) { "address" };

    private readonly StringBuilder text = new();

    /// <summary>Includes disabled objects. Only for collections that declare it.</summary>
    public Query Disabled() => Add("disabled");

    public Query Page(int page, int size)
        => Add("page=" + page.ToString(CultureInfo.InvariantCulture)).Add("size=" + size.ToString(CultureInfo.InvariantCulture));

    /// <summary>Embeds child collections. Only for the global collections.</summary>
    public Query Include(IReadOnlyCollection<string> children) => children.Count == 0 ? this : Add("includeChildren=" + string.Join(",", children));

    public Query Task(string task) => Add("task=" + Uri.EscapeDataString(task));

    /// <summary>Asks for the names of the tasks instead of the data.</summary>
    public Query TasksOnly() => Add("tasks").Add("noData");

    public Query Definitions() => Add("definitions");

    /// <summary>Only objects whose property is exactly the value.</summary>
    public Query WhereIs(string property, string value) => Filter(property, string.Empty, value);

    /// <summary>Only objects whose property contains the text.</summary>
    public Query WhereContains(string property, string value) => Filter(property, "contains:", value);

    public override string ToString() => text.ToString();

    private Query Filter(string property, string @operator, string value)
    {
        if (!FilterProperties.Contains(property))
        {
            throw new ArgumentOutOfRangeException(nameof(property), property, "Not a property that this adapter filters by.");
        }

        return Add(property + "=" + @operator + "%27" + Uri.EscapeDataString(value.Replace("'", string.Empty)) + "%27");
    }

    private Query Add(string part)
    {
        if (text.Length > 0)
        {
            text.Append('&');
        }

        text.Append(part);
        return this;
    }
}
