namespace RMF.Engine.Playback.Export.Check;

/// <summary>Compares an export's files with its manifest. Reads only. Thread-safe.</summary>
public static class ExportCheck
{
    /// <summary>What is wrong; nothing = manifest and files are as they were written.</summary>
    /// <param name="manifestPath">The manifest; the files are looked for beside it.</param>
    /// <param name="cancellationToken">Ends the reading between two files.</param>
    public static (ExportManifest? Manifest, IReadOnlyList<ExportFinding> Findings) Run(string manifestPath, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(manifestPath);
        var name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length > ManifestJson.MaximumBytes)
            {
                return (null, [new ExportFinding(name, ExportFault.ManifestChanged, "It is larger than a manifest can be.")]);
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new ExportFinding(name, ExportFault.ManifestMissing, e.Message)]);
        }

        if (!ManifestJson.Read(bytes).TryGet(out var manifest, out var failure))
        {
            return (null, [new ExportFinding(name, failure.Code == "RMF2507" ? ExportFault.ManifestUnknown : ExportFault.ManifestChanged, failure.Message)]);
        }

        var folder = Path.GetDirectoryName(path)!;
        var findings = new List<ExportFinding>();
        foreach (var part in manifest.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Check(folder, part) is { } finding)
            {
                findings.Add(finding);
            }
        }

        var known = new HashSet<string>(manifest.Parts.Select(p => p.File), StringComparer.OrdinalIgnoreCase) { name };
        var baseName = name.EndsWith(ExportNames.Manifest, StringComparison.Ordinal) ? name.Substring(0, name.Length - ExportNames.Manifest.Length) : name;
        findings.AddRange(Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(f => ExportNames.IsOf(f, baseName) && !known.Contains(f)).OrderBy(f => f, StringComparer.Ordinal)
            .Select(f => new ExportFinding(f, ExportFault.Extra, "The manifest does not name it.")));
        return (manifest, findings);
    }

    private static ExportFinding? Check(string folder, ManifestPart part)
    {
        // A manifest must not lead out of its folder.
        if (part.File.Length == 0 || !string.Equals(Path.GetFileName(part.File), part.File, StringComparison.Ordinal))
        {
            return new ExportFinding(part.File, ExportFault.ManifestChanged, "It is no name of a file beside the manifest.");
        }

        var file = new FileInfo(Path.Combine(folder, part.File));
        if (!file.Exists)
        {
            return new ExportFinding(part.File, ExportFault.Missing, "The manifest names it, and it is not there.");
        }

        if (file.Length < part.Bytes)
        {
            return new ExportFinding(part.File, ExportFault.Truncated, FormattableString.Invariant($"It has {file.Length} of {part.Bytes} bytes."));
        }

        try
        {
            return file.Length == part.Bytes && FileHash.Of(file.FullName) == part.Sha256 ? null : new ExportFinding(part.File, ExportFault.Changed, "Its content is not what was written.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ExportFinding(part.File, ExportFault.Unreadable, e.Message);
        }
    }
}
