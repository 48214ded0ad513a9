namespace RMF.Simulator.Tests.Contract;

/// <summary>A spoiled answer.</summary>
/// <param name="Kind">How it was spoiled.</param>
/// <param name="Pointer">Where, as a JSON pointer.</param>
/// <param name="Exchange">The answer.</param>
/// <param name="Excuse">The row of the deviation table that leaves this place open; null when the check must see it.</param>
public sealed record Mutant(MutationKind Kind, string Pointer, Exchange Exchange, Deviation? Excuse)
{
    public override string ToString() => $"{Kind} {Pointer} of {Exchange}";
}
