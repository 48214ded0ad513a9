namespace RMF.Engine.Playback.Export;

/// <summary>An export to carry out.</summary>
/// <param name="Prepared">The camera and the plan.</param>
/// <param name="Folder">Where the files go; made where it is not there.</param>
/// <param name="Options">How.</param>
public sealed record ExportJob(PreparedExport Prepared, string Folder, ExportOptions Options)
{
    /// <summary>The first part of the names of all files: the camera, the begin of its id, and the time.</summary>
    public string BaseName => ExportNames.Base(Prepared.Read.Pair.Name, Id, Prepared.Plan.Range);

    private string Id => new[] { Prepared.Read.Pair.Primary, Prepared.Read.Pair.Secondary }.Select(s => s?.Camera.CameraId ?? "").FirstOrDefault(id => id.Length > 0) ?? "";
}
