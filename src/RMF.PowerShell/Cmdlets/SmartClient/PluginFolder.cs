using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using RMF.Core.Words;

namespace RMF.PowerShell.Cmdlets.SmartClient;

/// <summary>The checks of the folder that the plugin is installed in. Reads it and changes nothing; the plugin is not loaded.</summary>
internal static class PluginFolder
{
    private const string Library = "RMF.SmartClient.dll";
    private const string Definition = "plugin.def";
    private const string Environment = "SmartClient";
    private const int MostNamed = 5;
    private const int MostDefinitionCharacters = 64 * 1024;
    private const string Install = "Close Smart Client and run install.ps1 of the plugin's package.";

    /// <summary>Where install.ps1 puts it; null on a machine that has no such place.</summary>
    public static string? Standard(Func<string, string?> variable)
        => (variable("ProgramW6432") ?? variable("ProgramFiles")) is { Length: > 0 } programs ? Path.Combine(programs, "Milestone", "MIPPlugins", "Rmf") : null;

    /// <summary>One result for each check.</summary>
    /// <param name="folder">The full path; null where the machine has no such place.</param>
    /// <param name="version">The module's version.</param>
    public static IReadOnlyList<RmfPluginCheck> Check(string? folder, Version version)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            var detail = folder is null ? "This machine has no %ProgramFiles%." : $"There is no folder {folder}.";
            return
            [
                RmfPluginCheck.Fail("Files", detail, Install + " Where it is installed elsewhere, name that folder with -Path."),
                RmfPluginCheck.Skip("Definition", "The plugin is not there.", ""),
                RmfPluginCheck.Skip("Version", "The plugin is not there.", ""),
            ];
        }

        var list = PluginList.Load(folder);
        return [CheckFiles(folder, list), CheckDefinition(folder), CheckVersion(list, version)];
    }

    private static RmfPluginCheck CheckFiles(string folder, PluginList? list)
    {
        if (list is null)
        {
            return RmfPluginCheck.Fail("Files", $"{folder}: {PluginList.FileName} is missing or cannot be read, so that nobody can tell what belongs there.", Install);
        }

        var there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => f.Substring(folder.Length).TrimStart('/', '\\'))
            .Where(f => !string.Equals(f, PluginList.FileName, StringComparison.OrdinalIgnoreCase)).ToList();
        var missing = list.Files.Keys.Except(there, StringComparer.OrdinalIgnoreCase);
        var changed = there.Where(f => list.Files.TryGetValue(f, out var hash) && !string.Equals(HashOf(Path.Combine(folder, f)), hash, StringComparison.OrdinalIgnoreCase));
        var strange = there.Where(f => !list.Files.ContainsKey(f));
        var problems = new[] { Problem("missing", missing), Problem("changed", changed), Problem("not of the package", strange) }.OfType<string>().ToList();
        return problems.Count == 0
            ? RmfPluginCheck.Pass("Files", $"{folder}: all {Counted.Of(list.Files.Count, "file")} are there and unchanged.")
            : RmfPluginCheck.Fail("Files", $"{folder}: {string.Join("; ", problems)}", Install);
    }

    private static RmfPluginCheck CheckDefinition(string folder)
    {
        var file = Path.Combine(folder, Definition);
        if (!File.Exists(file))
        {
            return File.Exists(file + ".off")
                ? RmfPluginCheck.Fail("Definition", "An installation was cut off: Smart Client does not load the plugin.", Install)
                : RmfPluginCheck.Fail("Definition", $"There is no {Definition}: Smart Client does not load the plugin.", Install);
        }

        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostDefinitionCharacters });
            var plugin = XElement.Load(reader);
            var loads = plugin.Elements("file").Any(f => string.Equals(f.Attribute("name")?.Value, Library, StringComparison.OrdinalIgnoreCase));
            var inClient = plugin.Elements("load").SelectMany(l => (l.Attribute("env")?.Value ?? "").Split(',')).Any(e => e.Trim() == Environment);
            return loads && inClient
                ? RmfPluginCheck.Pass("Definition", $"{Definition} has Smart Client load {Library}.")
                : RmfPluginCheck.Fail("Definition", loads ? $"{Definition} does not name {Environment}." : $"{Definition} does not name {Library}.", Install);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return RmfPluginCheck.Fail("Definition", $"{Definition} cannot be read: {exception.Message}", Install);
        }
    }

    private static RmfPluginCheck CheckVersion(PluginList? list, Version version)
    {
        var module = version.ToString(3);
        if (list is null)
        {
            return RmfPluginCheck.Skip("Version", "The plugin does not tell its version.", "");
        }

        return list.Version == module
            ? RmfPluginCheck.Pass("Version", $"The plugin is {list.Version}, and so is this module.")
            : RmfPluginCheck.Fail("Version", $"The plugin is {list.Version}, and this module is {module}.", "Install the same version of both: an older one may not understand a policy that a newer one publishes.");
    }

    private static string? Problem(string what, IEnumerable<string> files)
    {
        var all = files.OrderBy(f => f, StringComparer.OrdinalIgnoreCase).ToList();
        return all.Count switch
        {
            0 => null,
            <= MostNamed => $"{what}: {string.Join(", ", all)}",
            _ => FormattableString.Invariant($"{what}: {string.Join(", ", all.Take(MostNamed))} and {all.Count - MostNamed} more"),
        };
    }

    private static string HashOf(string file)
    {
        try
        {
            // Smart Client may have it loaded: reading must not need more than it grants.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var sha = SHA256.Create();
            return string.Concat(sha.ComputeHash(stream).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
