namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// The places where the deviation table leaves a mutation unseen: what the table allows, the check cannot refuse.
/// Read from the table alone, never from what the check says.
/// </summary>
internal sealed class OpenPlaces(DeviationTable deviations, IReadOnlyDictionary<string, JudgedValue> places)
{
    public Deviation? Excuse(MutationKind kind, string pointer, string stranger)
    {
        var place = Place(pointer);
        return kind switch
        {
            MutationKind.Drop => deviations.Find(FindingKind.MissingMember, place) ?? Optional(place),
            MutationKind.Extra => Row(pointer, stranger),
            MutationKind.Rename when (deviations.Find(FindingKind.MissingMember, place) ?? Optional(place)) is { } dropped =>
                Row(Parent(pointer), stranger) is null ? null : dropped,
            MutationKind.BadValue => deviations.Find(FindingKind.UndeclaredValue, place),
            MutationKind.BadFormat => deviations.Find(FindingKind.WrongFormat, place),
            MutationKind.RetypeScalar => Bag(place, ExtraShape.Scalar, ExtraShape.ScalarBag) ?? deviations.Find(FindingKind.WrongType, place),
            MutationKind.Retype => Bag(place, ExtraShape.Definitions),
            _ => null,
        };
    }

    /// <summary>An undeclared member that may be left out.</summary>
    private Deviation? Optional(string place) =>
        Bag(place, ExtraShape.ScalarBag, ExtraShape.Definitions)
        ?? (deviations.Find(FindingKind.UndeclaredMember, place) is { Required: false } row ? row : null);

    /// <summary>The row that allows a stranger, of some scalar type, on the object at a pointer.</summary>
    private Deviation? Row(string pointer, string stranger)
    {
        var owner = places.GetValueOrDefault(pointer);
        return deviations.Find(FindingKind.UndeclaredMember, $"{owner.MembersPlace}.{stranger}")
            ?? Bag(Place(pointer), ExtraShape.ScalarBag);
    }

    /// <summary>The row of an open object around, or at, a place.</summary>
    private Deviation? Bag(string place, params ExtraShape[] shapes) => deviations.Rows.FirstOrDefault(row =>
        row.Kind == FindingKind.UndeclaredMember
        && shapes.Contains(row.Shape)
        && (row.Covers(row.Kind, place) || Glob.Matches(row.Where + ".*", place)));

    private string Place(string pointer) => places.TryGetValue(pointer, out var named) ? named.Place : "";

    private static string Parent(string pointer) => pointer[..pointer.LastIndexOf('/')];
}
