using RMF.Core.Live;
using RMF.Engine.Live;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Override records as PowerShell shows them.</summary>
internal static class Overrides
{
    /// <summary>The check before a failover, as -AllowGuard names it.</summary>
    public const string Guard = "TargetCannotServe";

    public static RmfFailover Show(OverrideRecord record, IReadOnlyList<OverrideSighting> seen, IEnumerable<string> sites, DateTimeOffset now)
    {
        var holding = seen.Where(s => s.Records?.Contains(record) == true || (record.IsLifted && s.Records is { } held && held.All(h => h.Key != record.Key))).Select(s => s.Site).ToArray();
        return new()
        {
            Scope = record.Scope.ToString(),
            Name = record.Name,
            Id = record.Target,
            Action = record.Act == OverrideAct.Suspend ? "Suspended" : "Failover",
            Shows = record.Act == OverrideAct.Suspend ? "" : record.Show.ToString(),
            Status = record.IsLifted ? "Lifted" : record.IsExpired(now) ? "Expired" : "Active",
            Until = record.Until?.LocalDateTime,
            Reason = record.Reason,
            User = record.User,
            Since = record.From.LocalDateTime,
            Serial = record.Serial,
            Site = holding,
            MissingSite = [.. sites.Where(s => !holding.Contains(s, StringComparer.Ordinal))],
            Record = record,
        };
    }
}
