namespace RMF.Engine.Playback.Export.Check;

/// <summary>Something wrong with an export.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Detail">With its numbers, for people.</param>
public sealed record ExportFinding(string File, ExportFault Fault, string Detail);
