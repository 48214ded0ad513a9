namespace RMF.Engine.Playback.Export;

/// <summary>What an export has left.</summary>
/// <param name="ManifestPath">Full path of the manifest; the other files are beside it.</param>
/// <param name="Manifest">What it says.</param>
public sealed record ExportResult(string ManifestPath, ExportManifest Manifest);
