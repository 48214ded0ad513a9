namespace RMF.PowerShell.Tests.Bridge;

/// <summary>A theory that needs pwsh with Pester 5; skipped with the reason where there is none.</summary>
public sealed class PwshTheoryAttribute : TheoryAttribute
{
    public PwshTheoryAttribute() => Skip = Pwsh.WhyNot!;
}
