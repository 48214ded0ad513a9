using RMF.Core.Inventory;

namespace RMF.XProtect.Json;

/// <summary>What all readings of one site share. Thread-safe.</summary>
/// <param name="Site">The site's name.</param>
internal sealed record ParseContext(string Site)
{
    public TextCache Texts { get; } = new();

    public ShapePool Shapes { get; } = new();

    public ReferenceForms Forms { get; } = new();
}
