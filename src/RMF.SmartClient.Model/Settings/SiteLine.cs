namespace RMF.SmartClient.Model.Settings;

/// <summary>One site of the policy in the settings panel.</summary>
/// <param name="Name">Its name in the policy.</param>
/// <param name="Side">The side that it belongs to.</param>
/// <param name="State">Whether the client is logged in there, and what is wrong.</param>
/// <param name="IsWell">Nothing is wrong.</param>
public sealed record SiteLine(string Name, string Side, string State, bool IsWell);
