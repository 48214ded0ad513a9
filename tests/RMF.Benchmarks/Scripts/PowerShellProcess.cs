using System.ComponentModel;
using System.Diagnostics;

namespace RMF.Benchmarks.Scripts;

/// <summary>The real pwsh: the one that RMF_PWSH names, else the one on PATH.</summary>
public static class PowerShellProcess
{
    /// <summary>Longest run of one script.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static string Program => Environment.GetEnvironmentVariable("RMF_PWSH") is { Length: > 0 } named ? named : "pwsh";

    public static bool IsThere
    {
        get
        {
            try
            {
                Run("-Command", "1");
                return true;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }

    /// <returns>What it wrote to its output.</returns>
    /// <exception cref="Win32Exception">There is no pwsh.</exception>
    /// <exception cref="InvalidOperationException">It failed or did not end in time.</exception>
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["-NoProfile", "-NonInteractive", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"pwsh did not end within {Limit.TotalMinutes:0} minutes.");
        }

        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"pwsh ended with {process.ExitCode}: {errors.Result} {output.Result}");
    }
}
