using System.Windows;
using RMF.SmartClient.Host.Checks;
using RMF.SmartClient.Host.Plugins;
using RMF.SmartClient.Host.Scenarios;

namespace RMF.SmartClient.Host;

/// <summary>Starts the client and plays scenarios: <c>RMF.SmartClient.Host (scenario|all|stand-in|plugin)... [--out folder] [--plugins folder]</c>.</summary>
internal static class Program
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    [STAThread]
    private static int Main(string[] arguments)
    {
        if (!Arguments.TryParse(arguments, out var given, out var problem))
        {
            Console.Error.WriteLine(problem);
            return Misused;
        }

        using var report = new Report(given.Out);
        var app = new Application { ShutdownMode = ShutdownMode.OnExplicitShutdown };
        app.Resources.MergedDictionaries.Add(new() { Source = new("/PresentationFramework.Aero2;component/themes/Aero2.NormalColor.xaml", UriKind.Relative) });
        app.DispatcherUnhandledException += (_, e) =>
        {
            report.Write(new("host", "nothing throws on the user interface's thread", Passed: false, e.Exception.ToString(), 0));
            e.Handled = true;
        };
        app.Startup += (_, _) => _ = PlayAsync(app, report, given);
        app.Run();
        return report.IsGood ? Passed : Failed;
    }

    private static async Task PlayAsync(Application app, Report report, Arguments given)
    {
        try
        {
            var runner = new ScenarioRunner(report, PluginFolder.Load(given.Plugins), app.Dispatcher);
            foreach (var scenario in given.Scenarios)
            {
                await runner.RunAsync(scenario);
            }
        }
        catch (Exception exception)
        {
            report.Write(new("host", "the host does not throw", Passed: false, exception.ToString(), 0));
        }

        app.Shutdown();
    }
}
