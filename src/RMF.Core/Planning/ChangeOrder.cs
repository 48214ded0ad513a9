namespace RMF.Core.Planning;

/// <summary>The order of a plan's changes: by stage, by step of the lifecycle and by id; before each of them, what it waits for.</summary>
internal static class ChangeOrder
{
    /// <summary>The changes in the order in which they can be carried out one by one. Time in proportion to the changes and what they wait for.</summary>
    public static List<Change> Of(IReadOnlyList<Change> changes)
    {
        var byId = new Dictionary<string, Change>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            byId[change.Id] = change;
        }

        var ordered = new List<Change>(changes.Count);
        var begun = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes.OrderBy(c => c.Stage).ThenBy(LifecycleMatrix.OrderOf).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            Place(change);
        }

        return ordered;

        // As deep as changes wait for one another: a few levels.
        void Place(Change change)
        {
            if (!begun.Add(change.Id))
            {
                return;
            }

            foreach (var id in change.DependsOn)
            {
                if (byId.TryGetValue(id, out var first))
                {
                    Place(first);
                }
            }

            ordered.Add(change);
        }
    }
}
