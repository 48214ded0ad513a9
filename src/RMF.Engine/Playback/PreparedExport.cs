using RMF.Core.Playback.Export;

namespace RMF.Engine.Playback;

/// <summary>A plan and what it was made from. Immutable.</summary>
/// <param name="Read">What both sides have.</param>
/// <param name="Plan">What is taken from which side.</param>
/// <param name="Retrievals">What was fetched from edge storage before.</param>
public sealed record PreparedExport(PairRecordings Read, ExportPlan Plan, IReadOnlyList<EdgeRetrieval> Retrievals);
