using RMF.Policy.Yaml;
using static RMF.Policy.PolicySeverity;

namespace RMF.Policy.Checks;

/// <summary>The table of what this version does not carry out. Delete a row when it does.</summary>
internal static class NotYet
{
    public static IReadOnlyList<NotYetEntry> Table { get; } =
    [
        new("schedule.enabled", Warning, p => p.Schedule.Enabled),
    ];

    /// <summary>One message for each part that the file switches on, and one for all that are on by default.</summary>
    public static void Run(RedundancyPolicy policy, Reading reading)
    {
        var byDefault = new List<string>();
        foreach (var entry in Table)
        {
            var written = reading.IsWritten(entry.Path);
            if (reading.IsBroken(entry.Path) || !(entry.IsOn?.Invoke(policy) ?? written))
            {
                continue;
            }

            if (written)
            {
                reading.Report(PolicyCodes.NotYet, entry.Path, $"{entry.Path} is switched on and not carried out yet", "The key is read and checked; this version does nothing with it.", entry.Severity);
            }
            else
            {
                byDefault.Add(entry.Path);
            }
        }

        if (byDefault.Count > 0)
        {
            reading.Report(PolicyCodes.NotYet, "", $"on by default and not carried out yet: {string.Join(", ", byDefault)}", "Nothing needs to be done; switch a key off to say that you do not expect it.", Information);
        }
    }
}
