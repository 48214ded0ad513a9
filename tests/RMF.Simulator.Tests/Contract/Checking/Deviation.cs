namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// One place where a real system contradicts the document, and the simulator follows the real system.
/// </summary>
/// <param name="Kind">What the strict check would say.</param>
/// <param name="Where">
/// Where: <c>schema.member</c> or <c>VERB template status</c>; <c>*</c> stands for any characters.
/// </param>
/// <param name="What">What the real system does instead.</param>
/// <param name="Evidence">How that is known.</param>
public sealed record Deviation(FindingKind Kind, string Where, string What, string Evidence)
{
    /// <summary>For an undeclared member: the shape its value must have, so that it is not a hole in the check.</summary>
    public ExtraShape Shape { get; init; }

    /// <summary>For an undeclared member with a literal name: it must be there.</summary>
    public bool Required { get; init; }

    /// <summary>For an undeclared member: the query that asks for it; null when it comes unasked.</summary>
    public string? AskedBy { get; init; }

    /// <summary>For a missing member: the member of the same object that must stand there instead; null for none.</summary>
    public string? Instead { get; init; }

    public bool Covers(FindingKind kind, string where) => kind == Kind && Glob.Matches(Where, where);

    /// <summary>The part of <see cref="Where"/> before its last dot.</summary>
    public string Owner => Where[..Where.LastIndexOf('.')];

    /// <summary>The part of <see cref="Where"/> after its last dot.</summary>
    public string Member => Where[(Where.LastIndexOf('.') + 1)..];
}
