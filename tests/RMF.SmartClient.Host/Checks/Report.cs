using System.IO;
using System.Text.Json;

namespace RMF.SmartClient.Host.Checks;

/// <summary>Writes results as they come, one JSON object a line, to a file and to the console. Thread-safe.</summary>
internal sealed class Report : IDisposable
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private readonly Lock gate = new();
    private readonly StreamWriter file;
    private int checks;
    private int failures;

    public Report(string folder)
    {
        Folder = folder;
        Directory.CreateDirectory(folder);
        file = new(Path.Combine(folder, "results.jsonl")) { AutoFlush = true, NewLine = "\n" };
    }

    public string Folder { get; }

    public int Failures => failures;

    /// <summary>Something was checked, and all of it held.</summary>
    public bool IsGood => checks > 0 && failures == 0;

    public void Write(CheckLine line)
    {
        lock (gate)
        {
            checks += line.Value is null ? 1 : 0;
            failures += line.Passed ? 0 : 1;
            var text = JsonSerializer.Serialize(line, Options);
            file.WriteLine(text);
            Console.Out.WriteLine(text);
            Console.Out.Flush();
        }
    }

    public void Dispose() => file.Dispose();
}
