using System.Collections.ObjectModel;
using System.Globalization;
using RMF.Core.Live;
using RMF.Engine.Logs;
using RMF.Policy;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Logs;
using RMF.SmartClient.Model.Policies;

namespace RMF.SmartClient.Model.Settings;

/// <summary>The settings panel. Belongs to the user interface's thread. Ages are brought up to date by <see cref="Refresh"/>.</summary>
public sealed class SettingsModel : Observable
{
    private const string LevelFile = "loglevel.txt";
    private const int HashDigits = 12;

    private readonly ClientSession session;
    private string policyName = "";
    private string serial = "";
    private string hash = "";
    private string published = "";
    private string source = "";
    private string lastAsked = "";
    private string pairs = "";
    private string exportText = "";

    internal SettingsModel(ClientSession session)
    {
        this.session = session;
        AskNow = new ModelCommand("Ask now", _ => session.Wake());
        session.Log.Level = KeptLevel();
    }

    /// <summary>Levels that can be chosen.</summary>
    public static IReadOnlyList<LogLevel> LogLevels { get; } = [LogLevel.Error, LogLevel.Warning, LogLevel.Information, LogLevel.Detail];

    /// <summary>There is a policy in force.</summary>
    public bool HasPolicy => session.Policy is not null;

    /// <summary>The policy's name.</summary>
    public string PolicyName
    {
        get => policyName;
        private set => Set(ref policyName, value);
    }

    /// <summary>Its serial.</summary>
    public string Serial
    {
        get => serial;
        private set => Set(ref serial, value);
    }

    /// <summary>The first 12 digits of its hash.</summary>
    public string Hash
    {
        get => hash;
        private set => Set(ref hash, value);
    }

    /// <summary>When and by whom it was published, in local time.</summary>
    public string Published
    {
        get => published;
        private set => Set(ref published, value);
    }

    /// <summary>Where it was read.</summary>
    public string Source
    {
        get => source;
        private set => Set(ref source, value);
    }

    /// <summary>How long ago the places were asked.</summary>
    public string LastAsked
    {
        get => lastAsked;
        private set => Set(ref lastAsked, value);
    }

    /// <summary>How many pairs there are, and what is missing of them.</summary>
    public string Pairs
    {
        get => pairs;
        private set => Set(ref pairs, value);
    }

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
        get => session.Log.Level;
        set
        {
            if (session.Log.Level != value)
            {
                session.Log.Level = value;
                Keep(value);
                Tell(nameof(LogLevel));
            }
        }
    }

    /// <summary>Asks all places at once.</summary>
    public ModelCommand AskNow { get; }

    /// <summary>What the last export of the log came to; empty before one.</summary>
    public string ExportText
    {
        get => exportText;
        private set => Set(ref exportText, value);
    }

    /// <summary>Brings everything up to date. Nothing is asked for.</summary>
    public void Refresh()
    {
        var policy = session.Policy;
        PolicyName = policy?.Published.Name ?? "none was found";
        Serial = policy?.Published.Serial.ToString(CultureInfo.InvariantCulture) ?? "";
        Hash = policy is null ? "" : policy.Published.Hash.Length > HashDigits ? policy.Published.Hash.Substring(0, HashDigits) : policy.Published.Hash;
        Published = policy is null ? "" : LocalTime(policy.Published.Published) + (policy.Published.By.Length > 0 ? " by " + policy.Published.By : "");
        Source = policy?.Source ?? "";
        LastAsked = session.LastAsked is { } at ? Ago(session.Platform.Time.GetUtcNow() - at) : "not yet";
        Pairs = policy is null ? "" : policy.Pairs.Count.ToString(CultureInfo.InvariantCulture) + (policy.Pairs.IsPlain ? "; recording servers and overrides of some are not told: publish again with this release" : "");
        Fill(Places, session.Places);
        Fill(Sites, SiteLines());
        Fill(InForce, policy is null ? [] : Lines(policy.Policy));
        Fill(Orders, session.Orders.All.Select(o => new SettingLine(o.Name.Length > 0 ? o.Name : o.Scope.ToString(), Text(o))).DefaultIfEmpty(new SettingLine("none", "")));
        Tell(nameof(HasPolicy));
    }

    /// <summary>Writes the log to one file, without secrets. The user interface does not wait for it.</summary>
    /// <returns>Null when it was written, else why not, for people; the same stands in <see cref="ExportText"/>.</returns>
    public async Task<string?> ExportLogAsync(string path)
    {
        ExportText = "The log is being written…";
        var head = string.Join("\n", new[] { $"# RMF Smart Client plugin, policy {PolicyName} {Serial}" }.Concat(InForce.Select(l => $"# {l.Name}: {l.Value}")));
        await session.Log.FlushAsync().ConfigureAwait(false);
        var problem = await Task.Run(() => LogExport.Write(session.Log.Path, path, head)).ConfigureAwait(false);
        session.Platform.Post(() => ExportText = problem is null ? $"The log was written to {path}." : $"The log was not written: {problem}");
        return problem;
    }

    private List<SettingLine> Lines(RedundancyPolicy policy)
    {
        var live = policy.Live;
        var forClient = live.Overrides.Select((o, i) => (o, i)).Where(o => o.o.IsFor(session.Client.Roles, session.Client.Name)).Select(o => (o.i + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        return
        [
            new("Machine", session.Client.Name ?? ""),
            new("Preferred side", live.Priority.ToString()),
            new("Reaction time", Seconds(live.ReactionTime)),
            new("Failback", live.Failback.Policy + (live.Failback.Policy is FailbackRule.Validated or FailbackRule.Delayed ? $" after {Seconds(live.Failback.ValidateFor + (live.Failback.Policy == FailbackRule.Delayed ? live.Failback.Delay : TimeSpan.Zero))}" : "")),
            new("Shortest stay", Seconds(live.Dwell)),
            new("Overlay", live.Overlay.ToString()),
            new("Playback prefers", policy.Playback.Priority + (policy.Playback.SkipGaps ? ", the other side in its gaps" : "")),
            new("Presets that differ", policy.Ptz.OnMismatch.ToString()),
            new("Overrides for this client", live.Overrides.Count == 0 ? "none in the policy" : forClient.Count == 0 ? $"none of {live.Overrides.Count}" : $"number {string.Join(", ", forClient)} of {live.Overrides.Count}, where the camera fits"),
        ];
    }

    private IEnumerable<SiteLine> SiteLines() => session.PolicySites.Select(s =>
    {
        var site = session.Sites.FirstOrDefault(c => c.Info.Name == s.Name);
        return new SiteLine(
            s.Name,
            s.Side.ToString(),
            s.Login is null ? "Smart Client is not logged in to it" : site?.WhyNot is { } why ? why.Message : "connected",
            s.Login is not null && site is { IsConnected: true });
    });

    private string Text(OverrideRecord order)
        => (order.Act == OverrideAct.Show ? $"show the {order.Show.ToString().ToLowerInvariant()}" : "stay")
            + (order.User.Length > 0 ? $", by {order.User}" : "")
            + (order.Reason.Length > 0 ? $": {order.Reason}" : "")
            + (order.Until is { } until ? $", until {LocalTime(until)}" : "");

    private string LocalTime(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, session.Platform.Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static string Ago(TimeSpan age)
        => age < TimeSpan.FromMinutes(2) ? $"{Math.Max(0, (int)age.TotalSeconds)} s ago" : age < TimeSpan.FromHours(2) ? $"{(int)age.TotalMinutes} min ago" : $"{(int)age.TotalHours} h ago";

    // A list that says the same is left alone, so that a selection in it stays.
    private static void Fill<T>(ObservableCollection<T> list, IEnumerable<T> wanted)
    {
        var now = wanted.ToList();
        if (!list.SequenceEqual(now))
        {
            list.Clear();
            now.ForEach(list.Add);
        }
    }

    private LogLevel KeptLevel()
    {
        try
        {
            var file = Path.Combine(session.Platform.DataFolder, LevelFile);
            return File.Exists(file) && Enum.TryParse(File.ReadAllText(file).Trim(), out LogLevel kept) && LogLevels.Contains(kept) ? kept : LogLevel.Information;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return LogLevel.Information;
        }
    }

    private void Keep(LogLevel level)
    {
        try
        {
            Directory.CreateDirectory(session.Platform.DataFolder);
            File.WriteAllText(Path.Combine(session.Platform.DataFolder, LevelFile), level.ToString());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            session.Log.Add(LogLevel.Warning, $"The level of the log is not kept: {exception.Message}");
        }
    }
}
