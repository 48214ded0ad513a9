namespace RMF.SmartClient.Model.Pairs;

/// <summary>One side of a paired camera.</summary>
/// <param name="Site">The site's name in the policy; empty where the publication does not tell it.</param>
/// <param name="CameraId">The camera's id there, a GUID in lower case.</param>
/// <param name="RecorderId">The id of the recording server that has it; empty where it is not known.</param>
/// <param name="RecorderName">That server's name, for people; empty where it is not known.</param>
public sealed record PairedEnd(string Site, string CameraId, string RecorderId, string RecorderName);
