namespace RMF.Engine.Runs.Setup;

/// <summary>Finds what a person probably meant.</summary>
public static class Nearest
{
    private const int MaximumDistance = 3;

    /// <summary>The most similar name by edit distance (at most three edits), or null.</summary>
    public static string? To(string wanted, IEnumerable<string> names)
        => names.Select(n => (Name: n, Distance: Distance(wanted.ToUpperInvariant(), n.ToUpperInvariant())))
            .Where(c => c.Distance <= MaximumDistance)
            .OrderBy(c => c.Distance)
            .Select(c => c.Name)
            .FirstOrDefault();

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaximumDistance)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
