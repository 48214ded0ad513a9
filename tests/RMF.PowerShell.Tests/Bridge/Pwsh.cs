using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace RMF.PowerShell.Tests.Bridge;

/// <summary>
/// The PowerShell that the tests use: the one that the environment variable RMF_PWSH names, else <c>pwsh</c> of the PATH.
/// Looked for once; where there is none, tests are skipped and say why.
/// </summary>
internal static class Pwsh
{
    /// <summary>Longest start of a bare pwsh, on a loaded machine.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private static readonly Lazy<string?> Absence = new(FindAbsence);

    /// <summary>Why nothing can be run; null when it can.</summary>
    public static string? WhyNot => Absence.Value;

    private static string Program => Environment.GetEnvironmentVariable("RMF_PWSH") is { Length: > 0 } named ? named : "pwsh";

    /// <summary>Runs a script file in a fresh pwsh and kills it, and what it started, when the time is up.</summary>
    public static PwshOutcome RunFile(TimeSpan limit, string file, params string[] arguments) =>
        Run(limit, ["-NoProfile", "-NonInteractive", "-File", file, .. arguments]);

    /// <summary>Runs one line of script in a fresh pwsh.</summary>
    public static PwshOutcome RunCommand(TimeSpan limit, string command) =>
        Run(limit, ["-NoProfile", "-NonInteractive", "-Command", command]);

    private static string? FindAbsence()
    {
        try
        {
            var answer = RunCommand(StartLimit, "@(Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -ge 5 }).Count -gt 0");
            return answer switch
            {
                { TimedOut: true } => $"'{Program}' did not answer within {StartLimit.TotalSeconds:0} s.",
                { ExitCode: not 0 } => $"'{Program}' failed: {answer.Output.Trim()}",
                _ when !answer.Output.Contains("True", StringComparison.Ordinal) => $"'{Program}' has no Pester 5 module.",
                _ => null,
            };
        }
        catch (Win32Exception)
        {
            return $"There is no PowerShell here: '{Program}' cannot be started. Put pwsh on the PATH, or name it in RMF_PWSH.";
        }
    }

    private static PwshOutcome Run(TimeSpan limit, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = RMF.Testing.Repository.Root,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment.Remove("RMF_POLICY");

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
            return new PwshOutcome(-1, Text(output), TimedOut: true);
        }

        process.WaitForExit();
        return new PwshOutcome(process.ExitCode, Text(output), TimedOut: false);
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }
}
