using System.Globalization;
using System.Text;
using RMF.Core.Playback;

namespace RMF.Engine.Playback.Export;

/// <summary>Names of the files of an export: the same on every system, and none that leaves its folder.</summary>
internal static class ExportNames
{
    public const string Manifest = ".rmfexport.json";

    /// <summary>The end of a name while the file is written.</summary>
    public const string Unfinished = ".part";

    private const int MostOfName = 60;
    private const int MostOfId = 8;

    /// <summary>Cameras may share a name, and names that differ may look the same here: the begin of the id tells them apart.</summary>
    public static string Base(string camera, string id, TimeRange range)
        => $"{Plain(camera, MostOfName)}_{Plain(id, MostOfId)}_{Time(range.Begin)}_{Time(range.End)}";

    public static string Part(string baseName, int width, int height, int number, string extension)
        => FormattableString.Invariant($"{baseName}_{width}x{height}_{number}.{extension}");

    /// <summary>Whether a file belongs to an export, by its name.</summary>
    public static bool IsOf(string file, string baseName)
        => file.StartsWith(baseName + "_", StringComparison.Ordinal) || string.Equals(file, baseName + Manifest, StringComparison.Ordinal);

    /// <summary>The begin of a text as a part of a file's name on every system; "camera" for nothing.</summary>
    public static string Plain(string text, int most)
    {
        var name = new StringBuilder();
        foreach (var letter in text.Length > most ? text.Substring(0, most) : text)
        {
            name.Append(char.IsLetterOrDigit(letter) || letter is '-' ? letter : '-');
        }

        return name.Length == 0 ? "camera" : name.ToString();
    }

    private static string Time(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return utc.ToString(utc.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
