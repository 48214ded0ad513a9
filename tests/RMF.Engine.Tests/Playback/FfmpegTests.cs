using RMF.Engine.Playback.Export;

namespace RMF.Engine.Tests.Playback;

/// <summary>With a script in the place of ffmpeg: what it is given, and what becomes of what it does.</summary>
[Trait("Proof", "export")]
public sealed class FfmpegTests : IDisposable
{
    private readonly ExportFolder folder = new();
    private readonly string tools = Directory.CreateTempSubdirectory("rmf ffmpeg").FullName;
    private readonly FakeRecordings whole = new("a", FakeRecordings.Range(-10, 100));

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(tools, recursive: true);
    }

    [SkippableOnWindowsTheory]
    [InlineData(ExportFormat.Mp4, "mp4", "libx264")]
    [InlineData(ExportFormat.Mkv, "mkv", "copy")]
    public async Task It_is_given_the_video_and_its_file_takes_the_videos_place(ExportFormat format, string extension, string codec)
    {
        // The last argument is the output; what is behind -i the input.
        var ffmpeg = Script("""
            for a in "$@"; do [ "$previous" = -i ] && input="$a"; previous="$a"; echo "$a" >> "$(dirname "$0")/arguments"; done
            cp "$input" "$previous"
            """);
        var result = await folder.ExportAsync(whole, null, 0, 4, new ExportOptions { Format = format, FfmpegPath = ffmpeg });

        var video = result.Manifest.Parts.Single(p => p.IsVideo);
        Assert.EndsWith("." + extension, video.File, StringComparison.Ordinal);
        Assert.Equal(3, folder.Files.Count());
        Assert.Equal(100, folder.Pictures(result.Manifest).Count);
        var arguments = await File.ReadAllLinesAsync(Path.Combine(tools, "arguments"));
        Assert.Contains(codec, arguments);
        Assert.Equal(folder.Path, Path.GetDirectoryName(arguments[^1]));
    }

    [SkippableOnWindowsFact]
    public async Task Its_last_words_are_in_the_error_and_nothing_is_left()
    {
        var ffmpeg = Script("head -c 9000 /dev/zero | tr '\\0' x >&2; echo >&2; echo 'Unknown encoder libx264' >&2; exit 8");
        var failure = (await folder.TryExportAsync(whole, null, 0, 4, new ExportOptions { Format = ExportFormat.Mp4, FfmpegPath = ffmpeg })).Failure!;

        Assert.Equal("RMF2504", failure.Code);
        Assert.Contains("ended with 8", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Unknown encoder libx264", failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 1, 3000);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Without_it_nothing_is_read_and_the_error_says_what_needs_none()
    {
        var failure = (await folder.TryExportAsync(whole, null, 0, 4, new ExportOptions { Format = ExportFormat.Mp4, FfmpegPath = Path.Combine(tools, "none") })).Failure!;

        Assert.Equal("RMF2503", failure.Code);
        Assert.Contains("Avi", failure.Advice, StringComparison.Ordinal);
        Assert.Equal(0, whole.Opened);
    }

    [SkippableOnWindowsFact]
    public async Task A_file_that_is_no_program_is_an_error()
    {
        var path = Path.Combine(tools, "ffmpeg");
        await File.WriteAllTextAsync(path, "no program");

        Assert.Equal("RMF2504", (await folder.TryExportAsync(whole, null, 0, 4, new ExportOptions { Format = ExportFormat.Mkv, FfmpegPath = path })).Failure!.Code);
    }

    private string Script(string body)
    {
        var path = Path.Combine(tools, "ffmpeg");
        File.WriteAllText(path, "#!/bin/sh\n" + body.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SkippableOnWindowsFactAttribute : FactAttribute
    {
        public SkippableOnWindowsFactAttribute() => Skip = OperatingSystem.IsWindows() ? "The fake is a shell script." : null;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SkippableOnWindowsTheoryAttribute : TheoryAttribute
    {
        public SkippableOnWindowsTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "The fake is a shell script." : null;
    }
}
