namespace RMF.Simulator.Tests.Contract;

/// <summary>The ways in which an answer can leave the contract.</summary>
public enum FindingKind
{
    /// <summary>The document has no such path and verb.</summary>
    UndeclaredOperation,

    /// <summary>The operation declares no such status.</summary>
    UndeclaredStatus,

    /// <summary>The body is not JSON, is empty, or the content type is not declared.</summary>
    NotJson,

    /// <summary>An object holds a member that its schema has not.</summary>
    UndeclaredMember,

    /// <summary>A declared member is not there.</summary>
    MissingMember,

    /// <summary>A member is there that comes only when the request asks for it.</summary>
    UnaskedMember,

    /// <summary>A value has another JSON type than declared.</summary>
    WrongType,

    /// <summary>A string does not have its declared format.</summary>
    WrongFormat,

    /// <summary>A value is none of the declared enumeration.</summary>
    UndeclaredValue,
}
