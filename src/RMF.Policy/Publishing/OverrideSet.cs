namespace RMF.Policy.Publishing;

/// <summary>Places of overrides in the policy, ascending. Immutable; equal when it holds the same.</summary>
public sealed class OverrideSet : IEquatable<OverrideSet>
{
    private readonly int[] places;

    private OverrideSet(int[] places) => this.places = places;

    /// <summary>No override.</summary>
    public static OverrideSet None { get; } = new([]);

    /// <summary>From 0.</summary>
    public IReadOnlyList<int> Places => places;

    /// <summary>A set of places, in whatever order they come.</summary>
    public static OverrideSet Of(IEnumerable<int> places) => new([.. places.Distinct().OrderBy(p => p)]);

    public bool Equals(OverrideSet? other) => other is not null && places.SequenceEqual(other.places);

    public override bool Equals(object? obj) => Equals(obj as OverrideSet);

    public override int GetHashCode() => places.Aggregate(17, (hash, place) => unchecked((hash * 31) + place));

    public override string ToString() => string.Join(",", places);
}
