using System.Runtime.CompilerServices;
using Xunit;

namespace RMF.Testing;

/// <summary>
/// Compares text with a file that a person has approved: <c>Approved/{name}</c> beside the calling test.
/// With the environment variable RMF_APPROVE=1 the file is written instead; read the difference before you commit it.
/// </summary>
public static class Approved
{
    public static void Matches(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Approved", name);
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("RMF_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"No approved file {path}. Run once with RMF_APPROVE=1, read it, commit it. Text:\n{actual}");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
