namespace RMF.Engine.Operator;

/// <summary>When a side that did not do its part is remembered.</summary>
public enum Remembering
{
    /// <summary>Never: one side alone was meant.</summary>
    Never,

    /// <summary>When the other side did it.</summary>
    WhenOtherSideDid,

    /// <summary>Always: the other side has it already.</summary>
    Always,
}
