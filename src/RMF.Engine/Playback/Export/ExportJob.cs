namespace RMF.Engine.Playback.Export;

/// <summary>An export to carry out.</summary>
/// <param name="Prepared">The camera and the plan.</param>
/// <param name="Folder">Where the files go; made where it is not there.</param>
/// <param name="Options">How.</param>
public sealed record ExportJob(PreparedExport Prepared, string Folder, ExportOptions Options)
{
    /// <summary>The first part of the names of all files: the camera and the time.</summary>
    public string BaseName => ExportNames.Base(Prepared.Read.Pair.Name, Prepared.Plan.Range);
}
