namespace RMF.Simulator.Tests.Contract;

/// <summary>An item that an answer has shown.</summary>
/// <param name="Type">The resource that it is one of.</param>
/// <param name="Id">Its id.</param>
/// <param name="ParentType">The resource of its parent; empty when it has none.</param>
/// <param name="ParentId">Its parent's id; empty when it has none.</param>
internal sealed record KnownItem(string Type, string Id, string ParentType, string ParentId);
