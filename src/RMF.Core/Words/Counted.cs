using System.Globalization;

namespace RMF.Core.Words;

/// <summary>Numbers of things as messages name them. Thread-safe: nothing is kept.</summary>
public static class Counted
{
    /// <summary>The number and its noun, e.g. <c>1 device</c>, <c>0 devices</c>, <c>12000 devices</c>; digits alone, whatever the culture.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">The noun for one.</param>
    /// <param name="plural">The noun for several; without it, <paramref name="noun"/> and an s.</param>
    public static string Of(long count, string noun, string? plural = null) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : plural ?? noun + "s");
}
