using RMF.Benchmarks.Scripts;

namespace RMF.Benchmarks.Tests;

/// <summary>A fact that needs pwsh; skipped with the reason where there is none.</summary>
public sealed class PwshFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsThere = new(() => PowerShellProcess.IsThere);

    public PwshFactAttribute()
    {
        if (!IsThere.Value)
        {
            Skip = "There is no PowerShell here: put pwsh on the PATH, or name it in RMF_PWSH.";
        }
    }
}
