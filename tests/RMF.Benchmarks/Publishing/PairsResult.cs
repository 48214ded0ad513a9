namespace RMF.Benchmarks.Publishing;

/// <summary>What publishing many pairs came to.</summary>
/// <param name="Pairs">Pairs that were found again by both of their cameras.</param>
/// <param name="Parts">Parts that a site keeps.</param>
/// <param name="Characters">Characters of all parts.</param>
/// <param name="Write">The longest writing.</param>
/// <param name="Read">The longest reading, with all checks and the index: what a client waits for.</param>
public sealed record PairsResult(int Pairs, int Parts, int Characters, TimeSpan Write, TimeSpan Read);
