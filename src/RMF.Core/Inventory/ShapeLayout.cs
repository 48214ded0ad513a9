namespace RMF.Core.Inventory;

/// <summary>How names in the order in which they were set become sorted names. Found again by the references of the names, so it only helps makers that share them.</summary>
/// <param name="Order">The names as they were set; without repeats.</param>
/// <param name="Sorted">The same names, sorted; shared by all bags of the shape.</param>
/// <param name="Places">For each name as it was set, its place among the sorted ones.</param>
internal sealed record ShapeLayout(string[] Order, string[] Sorted, int[] Places)
{
    public bool IsOf(List<KeyValuePair<string, PropertyValue>> entries)
    {
        if (entries.Count != Order.Length)
        {
            return false;
        }

        for (var i = 0; i < Order.Length; i++)
        {
            if (!ReferenceEquals(entries[i].Key, Order[i]))
            {
                return false;
            }
        }

        return true;
    }
}
