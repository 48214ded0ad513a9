namespace RMF.Engine.State;

/// <summary>What a state store held: a state, or nothing yet.</summary>
public sealed record StateSlot(StateDocument? State);
