namespace RMF.Simulator.Contract;

/// <summary>What a field of a resource holds.</summary>
internal enum FieldType
{
    Text,
    Id,
    Whole,
    Number,
    Flag,
    Choice,
    Date,

    /// <summary>An object of type and id that names another resource.</summary>
    Reference,

    /// <summary>A list of such objects.</summary>
    References,

    /// <summary>One nested object.</summary>
    Block,

    /// <summary>A list of nested objects.</summary>
    Blocks,
}
