using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Finds what both sides agree on, to be remembered as base values. A value that differs keeps its old base: it was not agreed on.
/// Not thread-safe; one per run.
/// </summary>
public sealed class AgreementReader
{
    private readonly LeafReader reader;
    private readonly IReadOnlyCollection<SyncCategory> categories;
    private readonly Side target;
    private readonly PropertyBagBuilder agreed = new(new ShapePool());
    private readonly List<Leaf> left = [];
    private readonly List<Leaf> right = [];
    private readonly Dictionary<(ItemKind Kind, string Path), bool> managed = [];

    /// <param name="categories">The switches that are on: what they do not manage keeps its base unseen.</param>
    /// <param name="target">The side that the run wrote: what it holds alone at first sight is left there.</param>
    public AgreementReader(LeafReader reader, IReadOnlyCollection<SyncCategory> categories, Side target)
    {
        this.reader = reader;
        this.categories = categories;
        this.target = target;
    }

    public PropertyBag Read(Item primary, Item secondary, PropertyBag? before)
    {
        reader.Read(primary, Side.Primary, left);
        reader.Read(secondary, Side.Secondary, right);
        int i = 0, j = 0;
        while (i < left.Count || j < right.Count)
        {
            var order = i == left.Count ? 1 : j == right.Count ? -1 : PropertyPath.Compare(left[i].Path, right[j].Path);
            var path = order <= 0 ? left[i].Path.Text : right[j].Path.Text;
            if (order == 0 && left[i].Canonical is { } value && value.Equals(right[j].Canonical))
            {
                // What is a fact of either device is not agreed on, it is only equal.
                if (left[i].IsReadOnly || right[j].IsReadOnly)
                {
                    i++;
                    j++;
                    continue;
                }

                agreed.Set(path, value);
            }
            else if (before is not null && before.TryGet(path, out var old))
            {
                agreed.Set(path, old!);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        SettleLists(primary, secondary, before);
        if (before is not null)
        {
            foreach (var old in before)
            {
                if (!IsManaged(primary.Key.Kind, old.Key))
                {
                    agreed.Set(old.Key, old.Value);
                }
            }
        }

        return agreed.Build();
    }

    private void SettleLists(Item primary, Item secondary, PropertyBag? before)
    {
        var (onSource, onTarget) = target == Side.Secondary ? (primary, secondary) : (secondary, primary);
        foreach (var list in reader.ListsMadeByPeople(primary.Key.Kind))
        {
            var path = SettledLists.PathOf(list.Name);
            if (primary.Properties[list.Name] is not ListValue || secondary.Properties[list.Name] is not ListValue)
            {
                // A list that one server did not send was not compared.
                if (before?[path] is { } known)
                {
                    agreed.Set(path, known);
                }

                Set(SettledChoices.Kept(list, before));
                continue;
            }

            var keys = SettledLists.Next(
                SettledLists.Read(before, list.Name),
                reader.OwnEntryKeys(onSource, target.Other(), list),
                reader.OwnEntryKeys(onTarget, target, list));
            agreed.Set(path, keys);
            Set(target == Side.Secondary ? SettledChoices.Next(list, before, left, right) : SettledChoices.Next(list, before, right, left));
        }
    }

    private void Set(IEnumerable<KeyValuePair<string, PropertyValue>> rows)
    {
        foreach (var row in rows)
        {
            agreed.Set(row.Key, row.Value);
        }
    }

    private bool IsManaged(ItemKind kind, string path)
    {
        if (!managed.TryGetValue((kind, path), out var isManaged))
        {
            managed[(kind, path)] = isManaged = IsManaged(kind, PropertyPath.Parse(path));
        }

        return isManaged;
    }

    private bool IsManaged(ItemKind kind, PropertyPath path)
    {
        if (KindTable.Of(kind).Find(path.Property) is not { } row)
        {
            return false;
        }

        var member = path.Member is null ? null : row.Members.FirstOrDefault(m => string.Equals(m.Name, path.Member, StringComparison.Ordinal));
        return categories.Contains((member ?? row).Category);
    }
}
