namespace RMF.Engine.Ports;

/// <summary>What a server can do with presets besides making and removing them.</summary>
/// <param name="UpdatesInPlace">It changes name and place of a preset that is there.</param>
/// <param name="Orders">It sets their order.</param>
public readonly record struct PresetMeans(bool UpdatesInPlace, bool Orders);
