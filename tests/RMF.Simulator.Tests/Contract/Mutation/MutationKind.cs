namespace RMF.Simulator.Tests.Contract;

/// <summary>The ways in which a good answer is spoiled.</summary>
public enum MutationKind
{
    /// <summary>A member is taken out.</summary>
    Drop,

    /// <summary>A member gets another name.</summary>
    Rename,

    /// <summary>A scalar becomes a list, a list becomes an object, an object becomes a list.</summary>
    Retype,

    /// <summary>A scalar becomes another scalar: a number becomes a string, as 2023 R2 did it, and so on.</summary>
    RetypeScalar,

    /// <summary>A value becomes null.</summary>
    Null,

    /// <summary>A value leaves its enumeration.</summary>
    BadValue,

    /// <summary>A string loses its format.</summary>
    BadFormat,

    /// <summary>An object gets a member that nobody declared.</summary>
    Extra,

    /// <summary>The answer gets a status that nobody declared.</summary>
    Status,

    /// <summary>The body is cut.</summary>
    Cut,

    /// <summary>The content type is that of a web page.</summary>
    ContentType,
}
