namespace RMF.Policy;

/// <summary>A stable message code and what it stands for.</summary>
/// <param name="Code">Such as <c>RMF1101</c>; it is never given another meaning.</param>
/// <param name="Severity">The severity that its messages carry at most.</param>
/// <param name="Title">A few words, for a heading.</param>
/// <param name="Help">What to do, for the documentation.</param>
public sealed record PolicyCode(string Code, PolicySeverity Severity, string Title, string Help);
