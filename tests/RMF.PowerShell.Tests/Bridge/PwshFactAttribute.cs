namespace RMF.PowerShell.Tests.Bridge;

/// <summary>A fact that needs pwsh with Pester 5; skipped with the reason where there is none.</summary>
public sealed class PwshFactAttribute : FactAttribute
{
    public PwshFactAttribute() => Skip = Pwsh.WhyNot!;
}
