namespace RMF.Simulator;

/// <summary>Sites have been seen to do either with a read-only property in a PATCH.</summary>
public enum ReadOnlyWrites
{
    /// <summary>400 that names the property, unless the value is the one it has. PUT takes whole objects and ignores it always.</summary>
    Reject,

    /// <summary>200, and the value stays as it was.</summary>
    Ignore,
}
