namespace RMF.PowerShell.Policies;

/// <summary>The policy that Import-RmfPolicy set for this runspace. Kept by its path: each use reads the file as it is then.</summary>
internal sealed class CurrentPolicy
{
    /// <summary>The environment variable that names a policy where none was imported.</summary>
    public const string Variable = "RMF_POLICY";

    private volatile RmfPolicy? policy;

    /// <summary>As it was read last, for completion; null before the first use.</summary>
    public RmfPolicy? Known => policy;

    /// <summary>The full path to read it from; null when nothing was imported and the variable is not set.</summary>
    public string? Path => policy?.Path ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null);

    /// <summary>Remembers a policy.</summary>
    public void Set(RmfPolicy value) => policy = value;
}
