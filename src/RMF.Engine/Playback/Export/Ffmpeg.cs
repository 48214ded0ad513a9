using System.Diagnostics;
using System.Text;
using RMF.Engine.Live;
using RMF.Engine.Runs;

namespace RMF.Engine.Playback.Export;

/// <summary>
/// Has ffmpeg turn a Motion JPEG AVI into another file. It is started directly, without a shell, with a list of arguments; its last words are
/// in the error. Cancelling ends it.
/// </summary>
/// <param name="program">Where it is.</param>
/// <param name="time">Measures how long it may take.</param>
internal sealed class Ffmpeg(string program, TimeProvider time)
{
    /// <summary>The last characters that are kept of what it says.</summary>
    private const int MostWords = 2_000;

    /// <summary>The longest that one file may take.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(12);

    /// <summary>The program on PATH, or the one that is named; null where there is none.</summary>
    public static Ffmpeg? Find(string? named, TimeProvider time)
    {
        if (named is not null)
        {
            return File.Exists(named) ? new Ffmpeg(Path.GetFullPath(named), time) : null;
        }

        var name = Path.DirectorySeparatorChar == '\\' ? "ffmpeg.exe" : "ffmpeg";
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0 && Path.IsPathRooted(folder))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return found is null ? null : new Ffmpeg(found, time);
    }

    /// <summary>Null where the file was made.</summary>
    public async Task<RunFailure?> ConvertAsync(string from, string to, ExportFormat format, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(Arguments(from, to, format)), EnableRaisingEvents = true };
        var words = new StringBuilder();
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => ended.TrySetResult(true);
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (words)
            {
                words.AppendLine(line.Data);
                words.Remove(0, Math.Max(0, words.Length - MostWords));
            }
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return Failed($"{program} cannot be started: {e.Message}");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            var first = await Task.WhenAny(ended.Task, time.DelayAsync(LongestRun, over.Token)).ConfigureAwait(false);
            if (first != ended.Task)
            {
                Kill(process);
                cancellationToken.ThrowIfCancellationRequested();
                return Failed($"ffmpeg did not end within {LongestRun.TotalHours} hours.");
            }

            // Lets go of the timer.
#if NET8_0_OR_GREATER
            await over.CancelAsync().ConfigureAwait(false);
#else
            over.Cancel();
#endif
        }

        // Waits for the rest of what it said.
        process.WaitForExit();
        if (process.ExitCode == 0 && File.Exists(to))
        {
            return null;
        }

        lock (words)
        {
            return Failed(FormattableString.Invariant($"ffmpeg ended with {process.ExitCode}: {words.ToString().Trim()}"));
        }
    }

    // MP4 players want H.264 with even sides; Matroska takes the pictures as they are.
    private static string[] Arguments(string from, string to, ExportFormat format) =>
    [
        "-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-f", "avi", "-i", from, "-map", "0:v:0",
        .. format == ExportFormat.Mp4
            ? new[] { "-c:v", "libx264", "-preset", "medium", "-crf", "18", "-pix_fmt", "yuv420p", "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-movflags", "+faststart", "-f", "mp4" }
            : ["-c:v", "copy", "-f", "matroska"],
        to,
    ];

    private ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
#if NET8_0_OR_GREATER
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
#else
        // Paths cannot hold a quotation mark on Windows, where this build runs, and none of them ends with a backslash.
        start.Arguments = string.Join(" ", arguments.Select(a => "\"" + a + "\""));
#endif
        return start;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static RunFailure Failed(string message)
        => new("RMF2504", message, "Try -Format Avi, which needs no ffmpeg; for MP4 the ffmpeg must have libx264.");
}
