namespace RMF.Simulator.Worlds;

/// <summary>Finds a world's text: a file, or a name in examples/worlds of the working folder or one above it, or a name inside the assembly.</summary>
internal static class WorldFiles
{
    private const string EmbeddedPrefix = "Worlds.";
    private const int MaxFoldersUp = 8;

    public static IReadOnlyList<string> Names => EmbeddedText.Names(EmbeddedPrefix);

    public static (string Text, string File) Read(string pathOrName)
    {
        if (File.Exists(pathOrName))
        {
            return (File.ReadAllText(pathOrName), Path.GetFileName(pathOrName));
        }

        var looksLikeName = pathOrName.IndexOfAny(['/', '\\', '.']) < 0;
        if (looksLikeName)
        {
            var folder = new DirectoryInfo(Environment.CurrentDirectory);
            for (var up = 0; folder is not null && up < MaxFoldersUp; up++, folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "examples", "worlds", pathOrName + ".yaml");
                if (File.Exists(candidate))
                {
                    return (File.ReadAllText(candidate), Path.GetFileName(candidate));
                }
            }

            if (EmbeddedText.Find(EmbeddedPrefix + pathOrName.ToLowerInvariant() + ".yaml") is { } embedded)
            {
                return (embedded, pathOrName + ".yaml");
            }
        }

        throw new FileNotFoundException($"There is no world file '{pathOrName}' and no world of that name. Known names: {string.Join(", ", Names)}.", pathOrName);
    }
}
