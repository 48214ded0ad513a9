using System.Text.Json;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Wine;

/// <summary>One run of all scenarios, shared by the tests that look at its results. Its files stay in TestResults/plugin-wine when something failed.</summary>
public sealed class HostRun
{
    /// <summary>All scenarios together take some minutes, and more on a busy machine; beyond this they hang.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(25);

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public HostRun()
    {
        if (HostProgram.WhyNot is not null)
        {
            return;
        }

        var folder = Repository.PathOf("TestResults", "plugin-wine");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        (ExitCode, Output) = HostProgram.Run(Limit, folder, "all");
        var results = Path.Combine(folder, "results.jsonl");
        Lines = File.Exists(results) ? [.. File.ReadAllLines(results).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<HostLine>(l, Options)!)] : [];
        File.WriteAllText(Path.Combine(folder, "output.txt"), Output);
        if (ExitCode == 0)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal IReadOnlyList<HostLine> Lines { get; } = [];

    internal int ExitCode { get; }

    internal string Output { get; } = "";
}
