using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>
/// An operator's order to tiles, kept on both sides so that every client sees it. A later record of the same <see cref="Key"/> takes the place
/// of an earlier one; a lifted one is kept until no side holds what it lifts. Immutable.
/// </summary>
public sealed record OverrideRecord
{
    /// <summary>Counts up over both sides; the newest of a key counts.</summary>
    public required long Serial { get; init; }

    public required OverrideScope Scope { get; init; }

    public required OverrideAct Act { get; init; }

    /// <summary>The id of the camera or recording server that is meant, a GUID in lower case, on the side of <see cref="TargetSide"/>; empty for <see cref="OverrideScope.Side"/>.</summary>
    public string Target { get; init; } = "";

    /// <summary>The side to which the target belongs.</summary>
    public Side TargetSide { get; init; }

    /// <summary>For <see cref="OverrideAct.Show"/>: the side that is shown.</summary>
    public Side Show { get; init; }

    /// <summary>For people: the camera's or recording server's name when the order was given.</summary>
    public string Name { get; init; } = "";

    /// <summary>Why, in the operator's words; at most <see cref="MostReason"/> characters.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who ordered it.</summary>
    public string User { get; init; } = "";

    /// <summary>When it was ordered, in server time.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>When it ends by itself, in server time. Null = when it is lifted.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True for a record that takes back what was ordered before.</summary>
    public bool IsLifted { get; init; }

    /// <summary>Characters of a reason.</summary>
    public const int MostReason = 500;

    /// <summary>What it is about: two records of one key are two words on the same thing.</summary>
    public (OverrideScope Scope, OverrideAct Act, Side TargetSide, string Target) Key => (Scope, Act, Scope == OverrideScope.Side ? Side.Primary : TargetSide, Target);

    /// <summary>Whether tiles go by it at that time.</summary>
    public bool IsInForce(DateTimeOffset now) => !IsLifted && !IsExpired(now);

    /// <summary>Whether its time is up.</summary>
    public bool IsExpired(DateTimeOffset now) => Until is { } until && until <= now;
}
