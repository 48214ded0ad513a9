namespace RMF.Core.Planning;

/// <summary>One site that a plan was made from.</summary>
/// <param name="Name">The site's name in the policy.</param>
/// <param name="SnapshotHash">SHA-256 over what was read, hexadecimal.</param>
/// <param name="TakenAt">When it was read (UTC).</param>
/// <param name="Complete">False when a part could not be read.</param>
public sealed record PlanSite(string Name, string SnapshotHash, DateTimeOffset TakenAt, bool Complete);
