using RMF.Engine.Journal;

namespace RMF.PowerShell;

/// <summary>The changes of one kind and action in a run.</summary>
public sealed class RmfRunStep
{
    internal RmfRunStep(string kind, string action, IReadOnlyList<JournalRecord> changes)
    {
        Kind = kind;
        Action = action;
        (Count, Done, _, _, _) = JournalCounts.Of(changes);
    }

    /// <summary>XProtect's word for the objects.</summary>
    public string Kind { get; }

    /// <summary>Create, Update and so on.</summary>
    public string Action { get; }

    /// <summary>How many were begun.</summary>
    public int Count { get; }

    /// <summary>How many were confirmed.</summary>
    public int Done { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Action} {Kind}: {Done} of {Count}");
}
