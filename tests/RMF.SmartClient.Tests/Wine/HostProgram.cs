using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Wine;

/// <summary>
/// The test host and what runs it: Windows itself, or the Wine that the environment variable RMF_WINE names. Looked for once; where something is missing, tests are skipped and say what.
/// </summary>
internal static partial class HostProgram
{
    /// <summary>Older ones hang as soon as .NET throws.</summary>
    private const int OldestWine = 10;

    /// <summary>Longest answer of a Wine that starts, on a loaded machine.</summary>
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(30);

    private static readonly Lazy<(string? Wine, string? WhyNot)> Found = new(Find);

    /// <summary>Why nothing can be run; null when it can.</summary>
    public static string? WhyNot => Found.Value.WhyNot;

    private static string Executable => Repository.PathOf("tests", "RMF.SmartClient.Host", "bin", Configuration, "net10.0", "win-x64", "RMF.SmartClient.Host.exe");

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Runs the host and ends it, and what it started, when the time is up.</summary>
    public static (int ExitCode, string Output) Run(TimeSpan limit, string folder, params string[] scenarios)
    {
        var output = OperatingSystem.IsWindows() ? folder : "Z:" + folder.Replace('/', '\\');
        string[] arguments = [.. scenarios, "--out", output];
        return Found.Value.Wine is { } wine ? Execute(limit, wine, [Executable, .. arguments]) : Execute(limit, Executable, arguments);
    }

    private static (string? Wine, string? WhyNot) Find()
    {
        if (!File.Exists(Executable))
        {
            return (null, $"The host is not built: dotnet build tests/RMF.SmartClient.Host -c {Configuration}");
        }

        if (OperatingSystem.IsWindows())
        {
            return (null, null);
        }

        var seen = new List<string>();
        if (Environment.GetEnvironmentVariable("RMF_WINE") is not { Length: > 0 } given)
        {
            return (null, "RMF_WINE does not name a Wine 10: the host takes the mouse and minutes, so it is started on demand.");
        }

        foreach (var name in new[] { given })
        {
            try
            {
                var version = Execute(VersionLimit, name, ["--version"]).Output.Trim();
                if (Version().Match(version) is { Success: true } match && int.Parse(match.Groups["major"].Value, System.Globalization.CultureInfo.InvariantCulture) >= OldestWine)
                {
                    return (name, null);
                }

                seen.Add($"'{name}' is {(version.Length > 0 ? version.Split('\n')[0] : "silent")}");
            }
            catch (System.ComponentModel.Win32Exception)
            {
                seen.Add($"'{name}' is not there");
            }
        }

        return (null, $"There is no Wine {OldestWine} or later: {string.Join(", ", seen)}. Name one in RMF_WINE.");
    }

    private static (int ExitCode, string Output) Execute(TimeSpan limit, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        var text = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(text, line.Data);
        process.ErrorDataReceived += (_, line) => Append(text, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            Append(text, $"It was ended after {limit.TotalSeconds:0} s.");
            return (-1, Text(text));
        }

        process.WaitForExit();
        return (process.ExitCode, Text(text));
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [GeneratedRegex(@"wine-(?<major>\d+)\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
