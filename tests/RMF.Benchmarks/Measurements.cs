using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace RMF.Benchmarks;

/// <summary>Runs every measurement in a process of its own and writes the page with what they printed.</summary>
public static class Measurements
{
    private const string Command = "dotnet run -c Release --project tests/RMF.Benchmarks -- ";

    private static readonly (string Title, string Arguments, string Words)[] Sections =
    [
        ("Snapshot", "snapshot", "A full snapshot of 12,000 cameras (bulk lists, and each camera's own parts) over loopback sockets, against the same requests on as many connections with HttpClient and JsonDocument.Parse and nothing else. Both run in one process, in turns, and so does the simulated site, whose work is in both."),
        ("Pairing and plan", "plan", "12,000 cameras against 12,000, in memory: every tenth camera differs in some values, every hundredth device is missing. The first lines are cold, as a run has it."),
        ("Scripts", "scripts", "The same two sites as tables in pwsh, compared as scripts commonly do ([Compare-Row.ps1](../tests/RMF.Benchmarks/Scripts/Compare-Row.ps1)). All sides start from data in memory. RMF is the median of nine passes after three to warm up; a script is one pass after a first one over 20 rows. The scripts tell which cameras differ; RMF also tells in what, in which order it is put right and by which request. The nested comparison is quadratic, so it runs on fewer cameras; ratios are of equal numbers."),
        ("Import of the module", "import", "What `Import-Module` of the built module adds to a bare start of pwsh."),
        ("Simulated site", "simulator", "Making a site of 12,000 cameras with streams and settings, and listening."),
        ("Live failover on sockets", "failover", "64 tiles with both sides' streams at 25 frames a second, simulated recording servers and tiles in one process on loopback, reaction time 500 ms. The gap runs from the last picture of the lost side to the first of the other. Goal: at p99 the detection and two frame intervals; detection is 0 for a connection that breaks or ends, 500 ms for silence. It says nothing of a real network or a real recording server; `Measure-RmfFailover` measures your own."),
        ("Coverage report", "coverage", "What both sides have recorded of 2,000 cameras over 30 days, one row a camera and day, from two simulated sites over loopback sockets. Each side of each camera has a gap a day."),
        ("Pair map of the plugin", "pairs", "12,000 pairs as a client finds them: packed into the parts that a site keeps, read back and checked, indexed, and every camera looked up by its id. In memory; reading the parts from a site is not in it."),
        ("The decision of a tile", "live", "1,000 tiles in virtual time on one thread, 60 s."),
    ];

    /// <param name="file">The page, under the current folder.</param>
    /// <param name="note">What else the machine did, in words; null = nothing is said.</param>
    /// <param name="output">Takes what the measurements print, as they go.</param>
    public static int Write(string file, string? note, TextWriter output)
    {
        var page = new StringBuilder();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        page.AppendLine("# Measurements").AppendLine();
        page.AppendLine("The last numbers, and how to get your own. Written by").AppendLine();
        page.AppendLine("```shell").AppendLine(Command + "all --out docs/measurements.md").AppendLine("```").AppendLine();
        page.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}; {Environment.ProcessorCount} cores, {memory:0} GiB, {RuntimeInformation.FrameworkDescription}").AppendLine(note is null ? "." : $"; {note}.");
        page.AppendLine("Seconds depend on the machine; ratios hardly do. CI runs the same code on 1,200 cameras and asserts what is found, not how long it takes.");
        var failed = 0;
        foreach (var (title, arguments, words) in Sections)
        {
            output.WriteLine("== " + title);
            var (code, text) = Run(arguments);
            output.Write(text);
            failed += code == 0 ? 0 : 1;
            page.AppendLine().AppendLine("## " + title).AppendLine().AppendLine(words).AppendLine();
            page.AppendLine("```text").AppendLine("-- " + arguments).Append(text).AppendLine("```");
        }

        File.WriteAllText(file, page.ToString());
        return failed;
    }

    private static (int Code, string Output) Run(string arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Measurements).Assembly.Location);
        }

        start.ArgumentList.Add(arguments);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
