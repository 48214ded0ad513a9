namespace RMF.Simulator;

/// <summary>Shared boxes of the commonest values: a site of 12,000 cameras holds millions of them.</summary>
internal static class Boxes
{
    private const int Smallest = -1;
    private const int Largest = 1024;

    private static readonly object[] Wholes = [.. Enumerable.Range(Smallest, Largest - Smallest + 1).Select(i => (object)(long)i)];
    private static readonly object[] Numbers = [.. Enumerable.Range(Smallest, Largest - Smallest + 1).Select(i => (object)(double)i)];

    public static object True { get; } = true;

    public static object False { get; } = false;

    public static object Of(bool value) => value ? True : False;

    public static object Of(long value) => value is >= Smallest and <= Largest ? Wholes[value - Smallest] : value;

    public static object Of(double value) =>
        value is >= Smallest and <= Largest && value == Math.Truncate(value) && !double.IsNegative(value) ? Numbers[(int)value - Smallest] : value;
}
