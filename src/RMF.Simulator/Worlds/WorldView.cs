namespace RMF.Simulator;

/// <summary>One view: cameras side by side.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cameras">Names of cameras, or <c>hardware name/channel</c>, in the order of its tiles.</param>
public sealed record WorldView(string Name, IReadOnlyList<string> Cameras);
