using System.Reflection;

namespace RMF.SmartClient.Model.Hosting;

/// <summary>
/// Decides what answers when .NET Framework does not find an assembly for the plugin. A plugin cannot bring binding redirects: its libraries
/// were built against different versions of each other, and the client may have loaded others for itself. Immutable and thread-safe; loads nothing.
/// </summary>
public sealed class AssemblyResolution
{
    /// <summary>Files of the folder that are looked at. The package has about twenty.</summary>
    private const int MostFiles = 200;

    private const string Own = "RMF.";

    /// <summary>
    /// In the framework since 4.7.1, under a lower version than the package that others are built against. That package has no file for 4.7.1 and
    /// later, so that no folder can answer. The version is that of the reference assembly of 4.7.2: what is compiled against it finds it.
    /// </summary>
    private static readonly Dictionary<string, Version> InFramework = new(StringComparer.OrdinalIgnoreCase) { ["System.ValueTuple"] = new(4, 0, 2, 0) };

    private readonly string folder;
    private readonly Dictionary<string, AssemblyName> shipped = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers from a folder.</summary>
    /// <param name="folder">The plugin's folder, a full path.</param>
    /// <param name="shipped">The names of the assemblies in it. Each is in a file of its simple name and <c>.dll</c>.</param>
    public AssemblyResolution(string folder, IEnumerable<AssemblyName> shipped)
    {
        this.folder = folder;
        foreach (var name in shipped)
        {
            this.shipped[name.Name ?? ""] = name;
        }
    }

    /// <summary>Answers from the assemblies that are in a folder now. A file that is none, or is called otherwise than its assembly, is left out.</summary>
    public static AssemblyResolution Of(string folder)
        => new(folder, Directory.EnumerateFiles(folder, "*.dll").Take(MostFiles).Select(NameOf).OfType<AssemblyName>());

    /// <summary>What answers a request.</summary>
    /// <param name="wanted">The assembly that was not found.</param>
    /// <param name="requester">The file of the assembly that asks; null or empty where it is not known.</param>
    /// <param name="loaded">What the process has loaded, in the order of loading.</param>
    public AssemblyAnswer Answer(AssemblyName wanted, string? requester, IReadOnlyList<AssemblyName> loaded)
    {
        // Other plugins ask through the same event. What they miss is theirs to find; only the plugin's own assemblies are given to anybody,
        // because XAML asks for them in the name of the framework.
        var name = wanted.Name ?? "";
        if (!IsNeutral(wanted) || !(IsHere(requester) || name.StartsWith(Own, StringComparison.OrdinalIgnoreCase)))
        {
            return default;
        }

        if (!shipped.TryGetValue(name, out var file))
        {
            return InFramework.TryGetValue(name, out var version) && TokenOf(wanted).Length > 0
                ? AssemblyAnswer.OfFramework(FormattableString.Invariant($"{name}, Version={version}, Culture=neutral, PublicKeyToken={TokenOf(wanted)}"))
                : default;
        }

        if (!Serves(file, wanted))
        {
            return default;
        }

        // What is loaded must be as new as the file, not only as new as this request: else one library would get the client's and the next
        // one the plugin's, and a type of the one is not the type of the other.
        for (var i = 0; i < loaded.Count; i++)
        {
            if (string.Equals(loaded[i].Name, name, StringComparison.OrdinalIgnoreCase) && IsNeutral(loaded[i]) && Serves(loaded[i], file))
            {
                return AssemblyAnswer.OfLoaded(i);
            }
        }

        return AssemblyAnswer.OfFile(Path.Combine(folder, file.Name + ".dll"));
    }

    private static AssemblyName? NameOf(string file)
    {
        try
        {
            var name = AssemblyName.GetAssemblyName(file);
            return string.Equals(name.Name, Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase) ? name : null;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Serves(AssemblyName there, AssemblyName wanted)
        => TokenOf(there) == TokenOf(wanted) && (wanted.Version is not { } least || (there.Version is { } version && version >= least));

    private static bool IsNeutral(AssemblyName name) => string.IsNullOrEmpty(name.CultureName);

    private static string TokenOf(AssemblyName name)
        => name.GetPublicKeyToken() is { Length: > 0 } token ? string.Concat(token.Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))) : "";

    private bool IsHere(string? requester)
        => !string.IsNullOrEmpty(requester) && string.Equals(Path.GetDirectoryName(requester), folder.TrimEnd(Path.DirectorySeparatorChar), StringComparison.OrdinalIgnoreCase);
}
