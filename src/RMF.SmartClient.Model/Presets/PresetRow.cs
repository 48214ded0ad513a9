namespace RMF.SmartClient.Model.Presets;

/// <summary>One preset of the list.</summary>
/// <param name="Name">Its name; on both sides the same.</param>
/// <param name="SidesText">Which side has it, and in what the sides differ; empty where both hold the same.</param>
/// <param name="IsInDevice">It lives in the device: it is gone to and never written.</param>
public sealed record PresetRow(string Name, string SidesText, bool IsInDevice);
