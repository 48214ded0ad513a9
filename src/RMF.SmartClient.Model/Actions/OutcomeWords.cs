using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.SmartClient.Model.Overlay;

namespace RMF.SmartClient.Model.Actions;

/// <summary>What became of actions, in words, and what to do.</summary>
internal static class OutcomeWords
{
    public static string Of(Side side) => TileWords.Plain(side);

    /// <summary>A line for each side that did not do its part, one for those that did; then what happens next.</summary>
    /// <param name="what">The action, e.g. <c>Recording started</c>.</param>
    /// <param name="result">What became of it.</param>
    public static string Of(string what, BothSidesResult result)
    {
        var done = result.Outcomes.Where(o => o.IsDone).Select(o => o.Action.Side).Distinct().ToList();
        var lines = new List<string> { done.Count == 0 ? $"{what}: not done." : $"{what}: {string.Join(" and ", done.Select(Of))}." };
        foreach (var missed in result.Outcomes.Where(o => !o.IsDone).GroupBy(o => (o.Action.Side, Why: Why(o))).Select(g => g.Key))
        {
            lines.Add($"Not on the {Of(missed.Side)}: {missed.Why}");
        }

        if (result.Outcomes.Any(o => o.IsRemembered))
        {
            lines.Add("It is done there by itself when that side answers again, as long as Smart Client runs on this machine.");
        }

        if (result.NotRemembered is { } failure)
        {
            lines.Add($"What a side lacks could not be written down: {failure.Message} Do it again when both sides answer.");
        }

        if (result.NotLogged is { } why)
        {
            lines.Add($"The log of actions could not be written: {why}");
        }

        return string.Join("\n", lines);
    }

    public static bool IsWarning(BothSidesResult result) => result.NotRemembered is not null || result.NotLogged is not null || result.Outcomes.Any(o => !o.IsDone);

    /// <summary>An error in one line: what, and what to do about it.</summary>
    public static string Of(SiteError error)
        => $"{error.Message} {(error.Kind == SiteErrorKind.Forbidden ? "Ask an administrator for the right in your role." : error.Advice)}".Trim();

    private static string Why(SideOutcome outcome) => outcome.Error is { } error ? Of(error) : outcome.Status.ToString();
}
