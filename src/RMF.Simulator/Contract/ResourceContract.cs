using System.Collections.Frozen;

namespace RMF.Simulator.Contract;

/// <summary>One resource of the interface.</summary>
internal sealed class ResourceContract
{
    private FrozenDictionary<string, int> fieldIndex = FrozenDictionary<string, int>.Empty;

    public required string Name { get; init; }

    /// <summary>Position in the contract, where the store keeps the resource's objects.</summary>
    public required int Index { get; init; }

    /// <summary>Label of the resource in <c>?resources</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Its name in the old path form, <c>Storage[GUID]</c>.</summary>
    public required string Item { get; init; }

    public Verbs Many { get; init; }

    public Verbs One { get; init; }

    /// <summary>What the newest personality adds on <c>/resource/{id}</c>.</summary>
    public Verbs OneNext { get; init; }

    public bool CanBeDisabled { get; init; }

    /// <summary>True when the values live in the device: unreadable while its recorder is away.</summary>
    public bool PerDevice { get; init; }

    /// <summary>True when its objects tell neither their id nor their relations.</summary>
    public bool IsPlain { get; init; }

    public required IReadOnlyList<FieldContract> Fields
    {
        get;
        init
        {
            field = value;
            fieldIndex = value.Select((f, i) => KeyValuePair.Create(f.Name, i)).ToFrozenDictionary(StringComparer.Ordinal);
        }
    }

    public IReadOnlyList<TaskContract> Tasks { get; init; } = [];

    public IReadOnlyList<TaskContract> CollectionTasks { get; init; } = [];

    public IReadOnlyList<ChildContract> Children { get; internal set; } = [];

    public int FieldAt(string name) => fieldIndex.GetValueOrDefault(name, -1);

    public FieldContract? FindField(string name) => FieldAt(name) is >= 0 and var at ? Fields[at] : null;

    public ChildContract? FindChild(string resource) => Children.FirstOrDefault(c => string.Equals(c.Resource.Name, resource, StringComparison.OrdinalIgnoreCase));

    public Verbs VerbsOnOne(Personality personality) => personality >= Personality.Next ? One | OneNext : One;

    public override string ToString() => Name;
}
