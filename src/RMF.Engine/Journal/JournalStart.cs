using RMF.Core.Planning;

namespace RMF.Engine.Journal;

/// <summary>What the first record of a run says.</summary>
/// <param name="Plan">The plan that is carried out.</param>
/// <param name="AllowedGuards">Guards that a person overrides by name.</param>
/// <param name="Time">UTC.</param>
public sealed record JournalStart(Plan Plan, IReadOnlyCollection<string> AllowedGuards, DateTimeOffset Time);
