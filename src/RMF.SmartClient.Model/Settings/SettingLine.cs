namespace RMF.SmartClient.Model.Settings;

/// <summary>One line of the settings panel.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
public sealed record SettingLine(string Name, string Value);
