namespace RMF.Core.Planning.Guards;

/// <summary>A guard that refuses a plan.</summary>
/// <param name="Guard">The guard's name, as <c>-AllowGuard</c> takes it.</param>
/// <param name="Message">Value, limit and how to allow it.</param>
/// <param name="Refuses">Ids of the changes that it refuses; empty = the whole plan.</param>
public sealed record GuardResult(string Guard, string Message, IReadOnlyCollection<string> Refuses);
