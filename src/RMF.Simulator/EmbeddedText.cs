namespace RMF.Simulator;

/// <summary>Text files that travel inside the assembly, so that an installed module needs no folder beside it.</summary>
internal static class EmbeddedText
{
    private const string Prefix = "RMF.Simulator.";

    public static string Read(string name) =>
        Find(name) ?? throw new InvalidOperationException($"The embedded file {Prefix}{name} is missing from the build.");

    public static string? Find(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(Prefix + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Names below a prefix, without it and without the file's ending.</summary>
    public static IReadOnlyList<string> Names(string prefix) => [.. typeof(EmbeddedText).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix + prefix, StringComparison.Ordinal))
        .Select(n => Path.GetFileNameWithoutExtension(n[(Prefix.Length + prefix.Length)..]))
        .Order(StringComparer.Ordinal)];
}
