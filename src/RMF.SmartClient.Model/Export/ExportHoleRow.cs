namespace RMF.SmartClient.Model.Export;

/// <summary>What an export has nothing for.</summary>
/// <param name="From">Its begin, in local time.</param>
/// <param name="To">Its end, in local time.</param>
/// <param name="Cause">Why, in words.</param>
/// <param name="Advice">What can be done about it.</param>
public sealed record ExportHoleRow(string From, string To, string Cause, string Advice);
