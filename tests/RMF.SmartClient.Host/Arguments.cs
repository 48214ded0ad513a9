using System.Diagnostics.CodeAnalysis;
using RMF.SmartClient.Host.Scenarios;

namespace RMF.SmartClient.Host;

/// <summary>What the command line asks for.</summary>
/// <param name="Scenarios">What is played, in order.</param>
/// <param name="Out">Folder of results and pictures.</param>
/// <param name="Plugins">Folder in which plugins are looked for.</param>
internal sealed record Arguments(IReadOnlyList<Scenario> Scenarios, string Out, string Plugins)
{
    public static bool TryParse(string[] arguments, [NotNullWhen(true)] out Arguments? given, [NotNullWhen(false)] out string? problem)
    {
        var chosen = new List<Scenario>();
        var (output, plugins) = (Path.Combine(Environment.CurrentDirectory, "results"), Path.Combine(AppContext.BaseDirectory, "MIPPlugins"));
        (given, problem) = (null, null);
        for (var i = 0; i < arguments.Length && problem is null; i++)
        {
            switch (arguments[i])
            {
                case "--out" when i + 1 < arguments.Length:
                    output = arguments[++i];
                    break;
                case "--plugins" when i + 1 < arguments.Length:
                    plugins = arguments[++i];
                    break;
                case "all":
                    chosen.AddRange(AllScenarios.List);
                    break;
                case "stand-in":
                    chosen.AddRange(AllScenarios.List.Where(s => !s.NeedsPlugin));
                    break;
                case "plugin":
                    chosen.AddRange(AllScenarios.List.Where(s => s.NeedsPlugin));
                    break;
                case var name when AllScenarios.List.FirstOrDefault(s => s.Name == name) is { } scenario:
                    chosen.Add(scenario);
                    break;
                default:
                    problem = $"'{arguments[i]}' is not known. Give all, stand-in, plugin, or one of: {string.Join(", ", AllScenarios.List.Select(s => s.Name))}; --out folder; --plugins folder.";
                    break;
            }
        }

        if (chosen.Count == 0)
        {
            problem ??= "Give at least one scenario.";
        }

        given = problem is null ? new(chosen, Path.GetFullPath(output), Path.GetFullPath(plugins)) : null;
        return given is not null;
    }
}
