namespace RMF.Core.Planning.Merging;

/// <summary>Shares paths, so that a plan over a million values makes each path once. Not thread-safe; one per run. Bounded by the number of distinct settings.</summary>
public sealed class PathPool
{
    private readonly Dictionary<(string Property, string? Key, string? Member), PropertyPath> paths = [];

    public PropertyPath Get(string property, string? key = null, string? member = null)
    {
        if (!paths.TryGetValue((property, key, member), out var path))
        {
            paths[(property, key, member)] = path = new PropertyPath(property, key, member);
        }

        return path;
    }
}
