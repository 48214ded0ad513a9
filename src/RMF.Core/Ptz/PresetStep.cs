namespace RMF.Core.Ptz;

/// <summary>One write on the side that follows.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Held">The preset as that side holds it; null for Create and Order.</param>
/// <param name="Wanted">What it is to hold; null for Remove and Order.</param>
public sealed record PresetStep(PresetStepKind Kind, Preset? Held, PresetContent? Wanted)
{
    /// <summary>Order: names as they are to stand.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PresetStepKind.Create => $"make '{Wanted!.Name}'",
        PresetStepKind.Remove => $"remove '{Held!.Name}'",
        PresetStepKind.Update when Held!.Name != Wanted!.Name => $"rename '{Held.Name}' to '{Wanted.Name}'",
        PresetStepKind.Update => $"move '{Wanted!.Name}'",
        _ => $"order {string.Join(", ", Names.Select(static n => $"'{n}'"))}",
    };
}
