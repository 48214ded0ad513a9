namespace RMF.SmartClient.Tests.Wine;

/// <summary>A theory that needs the test host and a Wine; skipped with the reason where one of them is missing.</summary>
public sealed class WineTheoryAttribute : TheoryAttribute
{
    public WineTheoryAttribute() => Skip = HostProgram.WhyNot!;
}
