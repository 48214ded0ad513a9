using System.Globalization;
using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Api;

/// <summary>A list of objects as a query asks for it: disabled ones, filters, a page, children within. Used under the read lock.</summary>
internal sealed class CollectionView(Query query, Personality personality)
{
    private const int DefaultSize = 100;

    /// <summary>Objects written last time, so that a fault can cost time per object.</summary>
    public int Written { get; private set; }

    /// <param name="resource">What the list holds.</param>
    /// <param name="items">All there are.</param>
    /// <param name="mayInclude">False where the site does not look at includeChildren.</param>
    public SimResponse Write(ResourceContract resource, IEnumerable<SiteObject> items, bool mayInclude)
    {
        if (Page() is not { } page)
        {
            return Answers.Error(Answers.BadRequest, "Bad request: page and size must be whole numbers.", "page");
        }

        if (Include(mayInclude, out var include) is { } refused)
        {
            return refused;
        }

        var json = new JsonText(personality < Personality.V2025R1);
        var writer = new ObjectWriter(json, personality, query.Flag("disabled"), include);
        var filters = Filter.From(query, resource);
        json.Object().Name("array").Array();
        var position = 0L;
        foreach (var item in items)
        {
            if (!writer.Shows(item) || !Fits(filters, item))
            {
                continue;
            }

            if (position >= page.To)
            {
                break;
            }

            if (position++ >= page.From)
            {
                writer.Write(item);
                Written++;
            }
        }

        return Answers.Of(json.EndArray().EndObject());
    }

    /// <summary>Names that includeChildren may hold; null where it is not given. An answer where it holds one that is refused.</summary>
    public SimResponse? Include(bool mayInclude, out IReadOnlySet<string>? include)
    {
        include = null;
        if (!mayInclude || !query.TryGetText("includeChildren", out var names))
        {
            return null;
        }

        var asked = new HashSet<string>(names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
        var allowed = ApiContract.Current.Resources.SelectMany(r => r.Children).Where(c => c.Include).Select(c => c.Resource.Name);
        asked.ExceptWith(allowed);
        if (asked.FirstOrDefault() is { } wrong)
        {
            return Answers.Error(Answers.BadRequest, $"Bad request: includeChildren cannot hold {wrong}", "includeChildren");
        }

        include = new HashSet<string>(names.Split(',', StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
        return null;
    }

    private static bool Fits(IReadOnlyList<Filter> filters, SiteObject item)
    {
        foreach (var filter in filters)
        {
            if (!filter.Matches(item))
            {
                return false;
            }
        }

        return true;
    }

    private (long From, long To)? Page()
    {
        var paged = query.TryGet("page", out var pageText);
        var sized = query.TryGet("size", out var sizeText);
        if (!paged && !sized)
        {
            return (0, long.MaxValue);
        }

        var page = 0;
        var size = DefaultSize;
        var valid = (!paged || int.TryParse(pageText, NumberStyles.None, CultureInfo.InvariantCulture, out page))
            && (!sized || (int.TryParse(sizeText, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size > 0));
        return valid ? ((long)page * size, ((long)page + 1) * size) : null;
    }
}
