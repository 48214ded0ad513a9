using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Applying;

/// <summary>What one write came to.</summary>
internal readonly record struct Written(ChangeStatus Status, string? Reason, ItemKey? Target, IReadOnlyList<string> NotTaken)
{
    public bool WasThere { get; init; }

    public static Written Of(WriteResult result, ItemKey target) => new(StatusOf(result.Status), Describe(result.Error), target, []);

    public static ChangeStatus StatusOf(WriteStatus status) => status switch
    {
        WriteStatus.Confirmed => ChangeStatus.Confirmed,
        WriteStatus.Unknown => ChangeStatus.Unknown,
        WriteStatus.Unsupported => ChangeStatus.Skipped,
        _ => ChangeStatus.Failed,
    };

    public static string? Describe(SiteError? error) => error is null ? null : $"{error} {error.Advice}";
}
