namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// The places where the deviation table leaves a mutation unseen: what the table allows, the check cannot refuse.
/// Read from the table alone, never from what the check says.
/// </summary>
internal sealed class OpenPlaces(DeviationTable deviations, IReadOnlyDictionary<string, JudgedValue> places)
{
    /// <summary>A definition without bounds is whole: parts of it may be left out.</summary>
    private static readonly Deviation OptionalPart = new(FindingKind.MissingMember, "definition:*Value", "bounds only where there are some", "the check itself");

    public Deviation? Excuse(MutationKind kind, string pointer, string stranger)
    {
        var place = Place(pointer);
        return kind switch
        {
            MutationKind.Drop => Absent(place),
            MutationKind.Extra => places.GetValueOrDefault(pointer).Place.StartsWith(DefinitionsJudge.Prefix, StringComparison.Ordinal) ? null : Stranger(pointer, stranger),
            MutationKind.Rename => Absent(place) is { } dropped && (Stranger(Parent(pointer), stranger) ?? Made(place)) is not null ? dropped : null,
            MutationKind.BadValue => deviations.Find(FindingKind.UndeclaredValue, place),
            MutationKind.BadFormat => deviations.Find(FindingKind.WrongFormat, place),
            MutationKind.RetypeScalar => Scalar(place) ?? deviations.Find(FindingKind.WrongType, place),
            _ => null,
        };
    }

    /// <summary>The row that lets a member be absent. One that names a substitute does not: the substitute is not there either.</summary>
    private Deviation? Absent(string place)
    {
        if (DefinitionsJudge.IsOptional(place))
        {
            return OptionalPart;
        }

        var defined = place.StartsWith(DefinitionsJudge.Prefix, StringComparison.Ordinal) ? place[DefinitionsJudge.Prefix.Length..] : place;
        return deviations.Find(FindingKind.MissingMember, defined) is { Instead: null } row
            ? row
            : Bag(defined, ExtraShape.ScalarBag) ?? Made(defined) ?? (deviations.Find(FindingKind.UndeclaredMember, defined) is { Required: false } extra ? extra : null);
    }

    /// <summary>The row that allows a stranger on the object at a pointer.</summary>
    private Deviation? Stranger(string pointer, string stranger)
    {
        var owner = places.GetValueOrDefault(pointer);
        return deviations.Find(FindingKind.UndeclaredMember, $"{owner.MembersPlace}.{stranger}") ?? Bag($"{owner.MembersPlace}.{stranger}", ExtraShape.ScalarBag);
    }

    private Deviation? Scalar(string place) =>
        Bag(place, ExtraShape.ScalarBag) ?? (deviations.Find(FindingKind.UndeclaredMember, place) is { Shape: ExtraShape.Scalar } row ? row : null);

    /// <summary>The row of relations that list what an item has made.</summary>
    private Deviation? Made(string place) => place.EndsWith(".*", StringComparison.Ordinal) ? Bag(place, ExtraShape.Relations) : null;

    /// <summary>The row of the open object that a member stands in.</summary>
    private Deviation? Bag(string place, ExtraShape shape) => deviations.Rows.FirstOrDefault(row =>
        row.Kind == FindingKind.UndeclaredMember && row.Shape == shape && Glob.Matches(row.Where + ".*", place));

    private string Place(string pointer) => places.TryGetValue(pointer, out var value) ? value.Place : "";

    private static string Parent(string pointer) => pointer[..pointer.LastIndexOf('/')];
}
