namespace RMF.Simulator.Tests.Contract;

/// <summary>When a declared member comes.</summary>
internal enum Presence
{
    Always,
    Never,
}
