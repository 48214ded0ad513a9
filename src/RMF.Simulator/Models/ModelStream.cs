namespace RMF.Simulator;

/// <summary>One stream that a model's cameras offer.</summary>
public sealed record ModelStream(string Name, SettingSet Settings);
