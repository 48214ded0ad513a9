using System.Collections.ObjectModel;
using RMF.Engine.Logs;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Policies;

namespace RMF.SmartClient.Model.Settings;

/// <summary>The settings panel. Belongs to the user interface's thread. Ages are brought up to date by <see cref="Refresh"/>.</summary>
public sealed class SettingsModel : Observable
{
    /// <summary>Levels that can be chosen.</summary>
    public static IReadOnlyList<LogLevel> LogLevels { get; } = [LogLevel.Error, LogLevel.Warning, LogLevel.Information, LogLevel.Detail];

    /// <summary>There is a policy in force.</summary>
    public bool HasPolicy => false;

    /// <summary>The policy's name.</summary>
    public string PolicyName => "";

    /// <summary>Its serial.</summary>
    public string Serial => "";

    /// <summary>The first 12 digits of its hash.</summary>
    public string Hash => "";

    /// <summary>When and by whom it was published, in local time.</summary>
    public string Published => "";

    /// <summary>Where it was read.</summary>
    public string Source => "";

    /// <summary>How long ago the places were asked.</summary>
    public string LastAsked => "";

    /// <summary>How many pairs there are, and what is missing of them.</summary>
    public string Pairs => "";

    /// <summary>What each place said last.</summary>
    public ObservableCollection<PlaceSaid> Places { get; } = [];

    /// <summary>The policy's sites and the log-ins to them.</summary>
    public ObservableCollection<SiteLine> Sites { get; } = [];

    /// <summary>What is in force for this client.</summary>
    public ObservableCollection<SettingLine> InForce { get; } = [];

    /// <summary>Orders to tiles that are in force.</summary>
    public ObservableCollection<SettingLine> Orders { get; } = [];

    /// <summary>How much is written to the log; kept for the next start.</summary>
    public LogLevel LogLevel
    {
        get => LogLevel.Information;
        set => throw new NotSupportedException();
    }

    /// <summary>Asks all places at once.</summary>
    public ModelCommand AskNow => throw new NotSupportedException();

    /// <summary>What the last export of the log came to; empty before one.</summary>
    public string ExportText => "";

    /// <summary>Brings ages up to date.</summary>
    public void Refresh() => throw new NotSupportedException();

    /// <summary>Writes the log to one file, without secrets.</summary>
    /// <returns>Null when it was written, else why not, for people.</returns>
    public string? ExportLog(string path) => throw new NotSupportedException();
}
