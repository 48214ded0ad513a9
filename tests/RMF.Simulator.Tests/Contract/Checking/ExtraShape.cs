namespace RMF.Simulator.Tests.Contract;

/// <summary>The shape of a value that real systems send and the document does not declare.</summary>
public enum ExtraShape
{
    /// <summary>No value is allowed: the row is about something else.</summary>
    None,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A string, a number or a boolean: its name and type are the device driver's.</summary>
    Scalar,

    /// <summary>An object whose members are scalars named by the device driver.</summary>
    ScalarBag,

    /// <summary>An object of the same schema as the one that holds it: the answer is wrapped once more.</summary>
    SameAsOwner,

    /// <summary>A type and an id.</summary>
    Path,

    /// <summary>What an item is related to: itself, its parent, what it has made.</summary>
    Relations,

    /// <summary>What each member of the answer's data may be set to; see <see cref="DefinitionsJudge"/>.</summary>
    Definitions,
}
