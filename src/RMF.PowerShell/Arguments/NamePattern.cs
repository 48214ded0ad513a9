using System.Management.Automation;

namespace RMF.PowerShell.Arguments;

/// <summary>Names with wildcards, as arguments give them.</summary>
internal static class NamePattern
{
    /// <summary>Takes any letter case, as the policy does: the same script means the same items in every language of the machine.</summary>
    public static WildcardPattern Of(string text) => WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
}
