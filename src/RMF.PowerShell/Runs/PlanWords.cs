using RMF.Core.Planning;
using RMF.Engine.Runs;

namespace RMF.PowerShell.Runs;

/// <summary>Says a plan and its changes in the words of -WhatIf and -Confirm.</summary>
internal sealed class PlanWords
{
    /// <summary>A new camera sets some twenty values; a line need not show them all.</summary>
    private const int ValuesShown = 4;

    private readonly Show show;
    private readonly PreparedRun run;

    public PlanWords(PreparedRun run, string policy)
    {
        this.run = run;
        show = new Show(run.Context.Input);
        Action = $"{run.Plan.Direction} by the policy {policy}";
    }

    /// <summary>As errors show it.</summary>
    public RmfPlan Plan => new(run.Plan, null, show.Change);

    /// <summary>What would be done.</summary>
    public string Action { get; }

    /// <summary>What it would be done to.</summary>
    public string Target
    {
        get
        {
            var sites = string.Join(", ", run.Plan.Changes.Where(c => c.Writes).Select(c => c.Site).Distinct(StringComparer.Ordinal).OrderBy(s => s, StringComparer.Ordinal));
            var summary = run.Plan.Summary;
            return FormattableString.Invariant($"{sites}: {summary.Create} to add, {summary.Update} to change, {summary.Delete} to delete");
        }
    }

    /// <summary>One change: <c>Update Camera 'Gate 2': name 'Gate 02' -> 'Gate 2'</c>.</summary>
    public string Of(Change change)
    {
        var shown = show.Change(change).Properties;
        var values = string.Join(", ", shown.Take(ValuesShown).Select(p => p.Before is null ? $"{p.Path} '{p.After}'" : $"{p.Path} '{p.Before}' -> '{p.After}'"));
        var more = shown.Count > ValuesShown ? FormattableString.Invariant($" and {shown.Count - ValuesShown} more") : string.Empty;
        return $"{change.Action} {change.Kind} '{change.Name}'{(shown.Count > 0 ? ": " : string.Empty)}{values}{more}";
    }
}
