using RMF.Core.Inventory;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Finds what both sides agree on, to be remembered as base values. A value that differs keeps its old base: it was not agreed on.
/// Not thread-safe; one per run.
/// </summary>
public sealed class AgreementReader
{
    private readonly LeafReader reader;
    private readonly ShapePool shapes = new();

    public AgreementReader(LeafReader reader) => this.reader = reader;

    public PropertyBag Read(Item primary, Item secondary, PropertyBag? before)
    {
        var left = reader.Read(primary, Side.Primary);
        var right = reader.Read(secondary, Side.Secondary);
        var agreed = new PropertyBagBuilder(shapes);
        int i = 0, j = 0;
        while (i < left.Count || j < right.Count)
        {
            var order = i == left.Count ? 1 : j == right.Count ? -1 : string.CompareOrdinal(left[i].Path.Text, right[j].Path.Text);
            var path = order <= 0 ? left[i].Path.Text : right[j].Path.Text;
            if (order == 0 && left[i].Canonical is { } value && value.Equals(right[j].Canonical))
            {
                agreed.Set(path, value);
            }
            else if (before is not null && before.TryGet(path, out var old))
            {
                agreed.Set(path, old!);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return agreed.Build();
    }
}
