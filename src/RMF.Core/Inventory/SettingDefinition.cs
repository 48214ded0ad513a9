namespace RMF.Core.Inventory;

/// <summary>
/// What a driver says of one setting (`?definitions` of XProtect's settings resource).
/// </summary>
/// <param name="Name">The setting's name as the driver spells it, e.g. <c>FPS</c>.</param>
/// <param name="CanSet">False: the driver refuses writes.</param>
/// <param name="ValueType">The driver's own word for the type, e.g. <c>Enum</c>, <c>Int</c>, <c>Double</c>.</param>
/// <param name="Options">The values it takes; empty = any.</param>
/// <param name="Minimum">Smallest value, or null.</param>
/// <param name="Maximum">Largest value, or null.</param>
public sealed record SettingDefinition(string Name, bool CanSet, string ValueType, IReadOnlyList<string> Options, double? Minimum, double? Maximum);
