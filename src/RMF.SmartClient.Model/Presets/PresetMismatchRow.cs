namespace RMF.SmartClient.Model.Presets;

/// <summary>One preset, side by side.</summary>
/// <param name="Name">Its name on the primary, else on the secondary.</param>
/// <param name="Primary">Name and place on the primary; a dash where it is not there.</param>
/// <param name="Secondary">The same of the secondary.</param>
/// <param name="State">In what they differ, in words.</param>
/// <param name="IsEqual">They do not differ.</param>
public sealed record PresetMismatchRow(string Name, string Primary, string Secondary, string State, bool IsEqual);
