namespace RMF.Policy.Publishing;

/// <summary>One camera on both sides.</summary>
/// <param name="Primary">Its id on the primary, a GUID in lower case.</param>
/// <param name="Secondary">Its id on the secondary.</param>
public readonly record struct CameraPair(string Primary, string Secondary);
