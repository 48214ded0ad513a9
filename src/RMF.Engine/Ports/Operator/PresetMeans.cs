namespace RMF.Engine.Ports;

/// <summary>What a server can do with presets besides making, changing and removing them.</summary>
/// <param name="Orders">It sets their order.</param>
public readonly record struct PresetMeans(bool Orders);
