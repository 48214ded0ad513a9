namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>The range of reaction times: the policy's.</summary>
internal static class LiveLimit
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
}
