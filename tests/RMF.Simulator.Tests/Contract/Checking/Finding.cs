namespace RMF.Simulator.Tests.Contract;

/// <summary>One place where an answer leaves the contract.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Where">The place in the document: <c>schema.member</c>, or <c>VERB template status</c>.</param>
/// <param name="Pointer">The place in the answer, as a JSON pointer.</param>
/// <param name="Detail">What was found, for people.</param>
/// <param name="Excuse">The row of the deviation table that allows it; null when none does.</param>
public sealed record Finding(FindingKind Kind, string Where, string Pointer, string Detail, Deviation? Excuse = null)
{
    public override string ToString() => $"{Kind} at {Where} ({(Pointer.Length == 0 ? "/" : Pointer)}): {Detail}";
}
