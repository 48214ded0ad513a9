namespace RMF.SmartClient.Model.Export;

/// <summary>What an export takes from one side without a gap.</summary>
/// <param name="From">Its begin, in local time.</param>
/// <param name="To">Its end, in local time.</param>
/// <param name="Side">The side that gives it.</param>
/// <param name="Recorder">Site and recording server.</param>
public sealed record ExportSegmentRow(string From, string To, string Side, string Recorder);
