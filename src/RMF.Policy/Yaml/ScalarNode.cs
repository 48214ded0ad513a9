namespace RMF.Policy.Yaml;

/// <summary>A single value.</summary>
internal sealed class ScalarNode : PolicyNode
{
    public required string Value { get; init; }

    /// <summary>Written without quotes, so it may be something other than text.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>A literal (|) or folded (>) block.</summary>
    public bool IsBlock { get; init; }

    /// <summary>Stands for an alias that leads nowhere, which was reported; nothing more is said about it.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Nothing at all, or a word for nothing.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    public override string Noun => IsNull ? "nothing" : "a single value";
}
