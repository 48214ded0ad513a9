using System.Diagnostics;
using System.Windows.Threading;
using RMF.SmartClient.Host.Checks;
using RMF.SmartClient.Host.Client;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Measuring;
using RMF.SmartClient.Host.Sites;
using RMF.SmartClient.Host.Windows;
using VideoOS.Platform;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Plays scenarios one after the other: new sites, a log-in, a window; then all of it ends. Belongs to the user interface's thread.</summary>
internal sealed class ScenarioRunner(Report report, IReadOnlyList<PluginDefinition> plugins, Dispatcher dispatcher)
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);

    public async Task RunAsync(Scenario scenario)
    {
        var began = Stopwatch.GetTimestamp();
        Stage? stage = null;
        using var hung = Deadline.After((scenario.Limit * Stage.Patience) + EndLimit, () =>
            report.Write(new(scenario.Name, "ends in time", Passed: false, $"after {stage?.Last ?? "the start"}", (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds)));
        if (scenario.NeedsPlugin && plugins.Count == 0)
        {
            report.Write(new(scenario.Name, "has a plugin to play", Passed: false, "no plugin.def for SmartClient was found", 0));
            return;
        }

        try
        {
            await using var lab = await HarbourLab.StartAsync(scenario.Sites);
            await using var client = new FakeClient(dispatcher, lab.Primary, lab.Secondary);
            FakeSession.Begin(client);
            var played = scenario.NeedsPlugin ? plugins : [];
            foreach (var plugin in played)
            {
                plugin.Init();
            }

            var window = new ClientWindow(client);
            window.Show();
            window.Activate();

            // Where the scenario before has left the pointer, a tile would show its buttons over its picture.
            await Hands.MoveAsync(window, 0.5, 0.005);
            using var watch = new UiWatch(dispatcher);
            stage = new(scenario.Name, report, lab, client, window, played, watch);
            await PlayAsync(scenario, stage);
            window.End();
            foreach (var plugin in played)
            {
                plugin.Close();
            }

            await Task.Delay(50);
            stage.Check("leaves no viewer, receiver or controller behind", FakeViewer.Connected.Count + FakeSession.Receivers.Count + FakeSession.Playback.Made == 0,
                $"{FakeViewer.Connected.Count} viewers, {FakeSession.Receivers.Count} receivers, {FakeSession.Playback.Made} controllers");
            stage.Check("ends without a logged error", client.Book.Errors.Count == 0, string.Join(" | ", client.Book.Errors.Take(3)), (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (Exception exception)
        {
            report.Write(new(scenario.Name, "does not throw", Passed: false, exception.ToString(), (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds));
        }
    }

    private static async Task PlayAsync(Scenario scenario, Stage stage)
    {
        try
        {
            await scenario.RunAsync(stage).WaitAsync(scenario.Limit * Stage.Patience);
        }
        catch (TimeoutException)
        {
            stage.Check("is done in time", passed: false, $"{scenario.Limit.TotalSeconds * Stage.Patience:0} s were over while {stage.Last}");
        }
        catch (Exception exception)
        {
            stage.Check("does not throw", passed: false, exception.ToString());
        }

        stage.Shoot("end");
    }
}
