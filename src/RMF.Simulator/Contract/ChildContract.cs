using RMF.Simulator.Json;

namespace RMF.Simulator.Contract;

/// <summary>A resource that hangs below another, or (members) is listed by it without belonging to it.</summary>
internal sealed record ChildContract
{
    private byte[]? jsonName;

    public required ResourceContract Resource { get; init; }

    /// <summary>The child's name as a member of its parent, as it is written into answers.</summary>
    public byte[] JsonName => jsonName ??= JsonText.Prepare(Resource.Name);

    /// <summary>Position among its parent's children, where the store keeps the list.</summary>
    public required int Index { get; init; }

    public Verbs Many { get; init; }

    /// <summary>What the newest personality adds on <c>/parent/{id}/child</c>.</summary>
    public Verbs ManyNext { get; init; }

    public Verbs One { get; init; }

    /// <summary>True when <c>includeChildren</c> may name it.</summary>
    public bool Include { get; init; }

    public bool Members { get; init; }

    /// <summary>True when there is exactly one, addressed by its parent's id.</summary>
    public bool Single { get; init; }

    /// <summary>True when it is made by its first change, and answered with its defaults until then: large sites hold many and touch few.</summary>
    public bool Lazy { get; init; }

    public Verbs VerbsOnMany(Personality personality) => personality >= Personality.Next ? Many | ManyNext : Many;
}
