using System.Text.Json;

namespace RMF.PowerShell.Cmdlets.SmartClient;

/// <summary>The list that the plugin's package brings: its version, and each file with its SHA-256. Immutable.</summary>
internal sealed class PluginList
{
    /// <summary>The list's file.</summary>
    public const string FileName = "RMF.SmartClient.json";

    private const long MostBytes = 1024 * 1024;

    /// <summary>The package's version, as it is written.</summary>
    public required string Version { get; init; }

    /// <summary>File name and SHA-256 in hexadecimal digits.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Reads the list of a folder; null where it is missing, broken or too large.</summary>
    public static PluginList? Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(file) && new FileInfo(file).Length <= MostBytes ? Parse(File.ReadAllText(file)) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static PluginList? Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in json.RootElement.GetProperty("files").EnumerateObject())
        {
            // Names of this folder and no others.
            if (file.Name != Path.GetFileName(file.Name))
            {
                return null;
            }

            files[file.Name] = file.Value.GetString() ?? "";
        }

        return json.RootElement.GetProperty("version").GetString() is { Length: > 0 } version ? new PluginList { Version = version, Files = files } : null;
    }
}
