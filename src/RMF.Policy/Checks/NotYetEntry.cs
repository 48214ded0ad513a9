namespace RMF.Policy.Checks;

/// <summary>A part of the policy that this version reads and does not carry out.</summary>
/// <param name="Path">The key.</param>
/// <param name="Severity">Warning where somebody would rely on it, information where it only waits for a reader.</param>
/// <param name="IsOn">Whether the policy asks for it; null when its mere presence does.</param>
internal sealed record NotYetEntry(string Path, PolicySeverity Severity, Func<RedundancyPolicy, bool>? IsOn);
