namespace RMF.Policy;

/// <summary>A Windows account that needs no name and no password in the policy.</summary>
public enum WindowsAccount
{
    /// <summary>The account that runs the process.</summary>
    Current,
}
