using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Logs;
using RMF.SmartClient.Model;
using RMF.SmartClient.Model.Settings;
using RMF.SmartClient.Tests.Fakes;
using static RMF.SmartClient.Tests.Fakes.Publications;

namespace RMF.SmartClient.Tests.Settings;

[Trait("Proof", "plugin-model")]
public sealed class SettingsModelTests
{
    [Fact]
    public async Task Without_a_policy_it_says_so()
    {
        await using var lab = new ClientLab();
        var settings = lab.Session.Settings;
        settings.Refresh();
        Assert.Equal((false, "none was found", "", "", "", "not yet"), (settings.HasPolicy, settings.PolicyName, settings.Serial, settings.Hash, settings.Source, settings.LastAsked));
        Assert.Empty(settings.InForce);
    }

    [Fact]
    public async Task It_tells_the_policy_where_it_came_from_and_how_long_ago_it_was_asked_for()
    {
        var policy = Published(12, ManyPairs(3));
        await using var lab = new ClientLab().Publish(policy);
        await lab.StartAsync();
        await lab.AskAsync(() => lab.Session.Places.Count(p => p.Serial == 12) == 2);
        var settings = lab.Session.Settings;
        lab.Platform.Advance(TimeSpan.FromSeconds(45));
        settings.Refresh();
        Assert.Equal((true, "harbour", "12", policy.Hash[..12]), (settings.HasPolicy, settings.PolicyName, settings.Serial, settings.Hash));
        Assert.Equal(("2026-03-01 11:00:00 by admin", "Server A", "3"), (settings.Published, settings.Source, settings.Pairs));
        Assert.Matches("^[0-9]+ s ago$", settings.LastAsked);
        Assert.Equal([("a", "Primary", "connected", true), ("b", "Secondary", "connected", true)], settings.Sites.Select(s => (s.Name, s.Side, s.State, s.IsWell)));
    }

    [Fact]
    public async Task It_tells_what_is_in_force_for_this_client()
    {
        await using var lab = new ClientLab().Publish(Published(1, ManyPairs(1),
            """
            live:
              reactionTime: 750ms
              overlay: always
              overrides:
                - { client: "VIEW-1", priority: secondary }
                - { client: "WALL-*", reactionTime: 2s }
            """));
        await lab.StartAsync();
        lab.Session.Settings.Refresh();
        var lines = lab.Session.Settings.InForce.ToDictionary(l => l.Name, l => l.Value);
        Assert.Equal(("VIEW-1", "0.75 s", "Always", "number 1 of 2, where the camera fits"), (lines["Machine"], lines["Reaction time"], lines["Overlay"], lines["Overrides for this client"]));
        Assert.Equal("Validated after 10 s", lines["Failback"]);
    }

    [Fact]
    public async Task It_tells_orders_and_keeps_lists_that_say_the_same()
    {
        await using var lab = new ClientLab().Publish(Published(1, ManyPairs(1)));
        await lab.StartAsync();
        lab.Order(
            new OverrideRecord { Serial = 1, Scope = OverrideScope.Side, Act = OverrideAct.Show, Show = Side.Secondary, User = "chief", Reason = "works", Until = new DateTimeOffset(2026, 3, 2, 1, 2, 3, TimeSpan.Zero) },
            new OverrideRecord { Serial = 2, Scope = OverrideScope.Camera, Act = OverrideAct.Suspend, Target = A(1), Name = "Gate" });
        await lab.Platform.UntilAsync(() =>
        {
            lab.Platform.Advance(TimeSpan.FromSeconds(1));
            return lab.Session.Orders.All.Count == 2;
        });
        lab.Session.Settings.Refresh();
        Assert.Equal([("Side", "show the secondary, by chief: works, until 2026-03-02 01:02:03"), ("Gate", "stay")], lab.Session.Settings.Orders.Select(o => (o.Name, o.Value)));
        lab.Session.Settings.Orders.CollectionChanged += (_, _) => Assert.Fail("Nothing changed.");
        lab.Session.Settings.Refresh();
    }

    [Fact]
    public async Task A_publication_of_an_earlier_release_is_told()
    {
        await using var lab = new ClientLab().Publish(Published(1, [new(A(1), B(1))]));
        await lab.StartAsync();
        lab.Session.Settings.Refresh();
        Assert.StartsWith("1; recording servers", lab.Session.Settings.Pairs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_level_of_the_log_is_kept_for_the_next_start()
    {
        await using var lab = new ClientLab();
        Assert.Equal(LogLevel.Information, lab.Session.Settings.LogLevel);
        lab.Session.Settings.LogLevel = LogLevel.Detail;
        await using var next = new ClientSession(lab.Platform);
        Assert.Equal((LogLevel.Detail, LogLevel.Detail), (next.Settings.LogLevel, next.Log.Level));
        File.WriteAllText(Path.Combine(lab.Platform.DataFolder, "loglevel.txt"), "99");
        await using var odd = new ClientSession(lab.Platform);
        Assert.Equal(LogLevel.Information, odd.Settings.LogLevel);
        Assert.Contains(LogLevel.Detail, SettingsModel.LogLevels);
    }

    [Fact]
    public async Task The_log_is_exported_with_what_is_in_force()
    {
        await using var lab = new ClientLab().Publish(Published(7, ManyPairs(1)));
        await lab.StartAsync();
        lab.Session.Settings.Refresh();
        var path = Path.Combine(lab.Platform.DataFolder, "out.log");
        Assert.Null(await lab.Session.Settings.ExportLogAsync(path));
        lab.Platform.Pump();
        Assert.Equal($"The log was written to {path}.", lab.Session.Settings.ExportText);
        var text = File.ReadAllText(path);
        Assert.StartsWith("# RMF Smart Client plugin, policy harbour 7\n# Machine: VIEW-1", text, StringComparison.Ordinal);
        Assert.Contains("Started", text, StringComparison.Ordinal);

        Assert.NotNull(await lab.Session.Settings.ExportLogAsync(Path.Combine(path, "below.log")));
        lab.Platform.Pump();
        Assert.StartsWith("The log was not written: ", lab.Session.Settings.ExportText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_now_asks_all_places()
    {
        await using var lab = new ClientLab().Publish(Published(1, []));
        await lab.StartAsync();
        lab.Publish(Published(2, []));
        lab.Session.Settings.AskNow.Execute(null);
        await lab.Platform.UntilAsync(() => lab.Session.Policy!.Published.Serial == 2);
        Assert.Equal("2", lab.Session.Settings.Serial);
    }
}
