using System.Diagnostics;
using System.IO;
using System.Windows;
using System.Windows.Automation;
using System.Windows.Controls;
using RMF.SmartClient.Host.Checks;
using RMF.SmartClient.Host.Client;
using RMF.SmartClient.Host.Measuring;
using RMF.SmartClient.Host.Seeing;
using RMF.SmartClient.Host.Sites;
using RMF.SmartClient.Host.Windows;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>What a scenario plays on. Belongs to the user interface's thread.</summary>
internal sealed class Stage(string scenario, Report report, HarbourLab lab, FakeClient client, ClientWindow window, IReadOnlyList<PluginDefinition> plugins, UiWatch watch)
{
    /// <summary>Limits are those of a machine that does nothing else; a busy one gets so many times as long. What it took is in the results.</summary>
    public const int Patience = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // What is drawn is on the screen a little later.
    private static readonly TimeSpan ScreenLag = TimeSpan.FromMilliseconds(400);

    public HarbourLab Lab { get; } = lab;

    public FakeClient Client { get; } = client;

    public ClientWindow Window { get; } = window;

    public IReadOnlyList<PluginDefinition> Plugins { get; } = plugins;

    public UiWatch Watch { get; } = watch;

    /// <summary>What was checked last, for the word on a scenario that hangs.</summary>
    public string Last { get; private set; } = "nothing yet";

    public bool Check(string what, bool passed, string detail = "", long milliseconds = 0)
    {
        Last = what;
        report.Write(new(scenario, what, passed, detail, milliseconds));
        return passed;
    }

    /// <summary>Waits until something holds, and checks that it came in time.</summary>
    public Task<bool> UntilAsync(string what, Func<bool> holds, TimeSpan limit, Func<string>? seen = null) => UntilAsync(what, () => Task.FromResult(holds()), limit, seen);

    /// <summary>Waits until something holds that takes time to look at, and checks that it came in time.</summary>
    public async Task<bool> UntilAsync(string what, Func<Task<bool>> holds, TimeSpan limit, Func<string>? seen = null)
    {
        Last = "waiting: " + what;
        var began = Stopwatch.GetTimestamp();
        var passed = await holds();
        while (!passed && Stopwatch.GetElapsedTime(began) < limit * Patience)
        {
            await Task.Delay(Pause);
            passed = await holds();
        }

        return Check(what, passed, seen?.Invoke() ?? "", (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    public void Measure(string what, double value, string unit) => report.Write(new(scenario, what, Passed: true, "", 0) { Value = value, Unit = unit });

    /// <summary>Keeps a picture of the screen, with all that was changed before on it.</summary>
    public async Task ShootDrawnAsync(string name)
    {
        await DrawnAsync();
        await Task.Delay(ScreenLag);
        Shoot(name);
    }

    /// <summary>Keeps a picture of the screen.</summary>
    public void Shoot(string name) => Screen.Save(Screen.Capture(Screen.Whole), Path.Combine(report.Folder, $"{scenario}-{name}.png"));

    public Item Camera(ClientSite site, string name) => Client.Tree.Camera(site, name);

    /// <summary>The other side's camera; null where it has none.</summary>
    public Item? Other(Item camera)
    {
        var id = camera.FQID.ObjectId.ToString();
        var pair = Lab.Pairs.FirstOrDefault(p => p.Primary == id || p.Secondary == id);
        return pair is null ? null : Client.Tree.Camera(Guid.Parse(pair.Primary == id ? pair.Secondary : pair.Primary));
    }

    /// <summary>An element by its automation id; null where it is not there.</summary>
    public static T? Find<T>(DependencyObject root, string automationId)
        where T : FrameworkElement => Eyes.Below<T>(root).FirstOrDefault(e => AutomationProperties.GetAutomationId(e) == automationId);

    /// <summary>What is written and seen in an element.</summary>
    public static IEnumerable<string> TextsOf(DependencyObject root) => Eyes.Below<TextBlock>(root).Where(t => t.IsVisible && t.Text.Length > 0).Select(t => t.Text);

    /// <summary>Lets the user interface draw what was changed.</summary>
    public async Task DrawnAsync() => await Window.Dispatcher.InvokeAsync(static () => { }, System.Windows.Threading.DispatcherPriority.ContextIdle);
}
