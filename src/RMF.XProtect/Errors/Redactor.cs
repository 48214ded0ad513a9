using System.Text.RegularExpressions;
using RMF.Engine.Ports;

namespace RMF.XProtect.Errors;

/// <summary>Takes secrets out of texts that others wrote before they get into a message. Thread-safe.</summary>
internal static class Redactor
{
    private const string Stars = "***";
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private static readonly Regex NamedSecret = new(
        @"(password|passwd|pwd|secret|token)(""?\s*[:=]\s*)(""[^""]*""|[^\s,;&]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        LongestMatch);

    private static readonly Regex Bearer = new(@"(Bearer\s+\S+|eyJ[\w-]+\.[\w-]+\.[\w-]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, LongestMatch);

    public static string Clean(string text, IEnumerable<Secret> secrets)
    {
        foreach (var secret in secrets)
        {
            var value = secret.Reveal();
            if (value.Length > 0)
            {
                text = text.Replace(value, Stars);
            }
        }

        try
        {
            text = NamedSecret.Replace(text, static m => m.Value.Substring(0, m.Value.IndexOfAny([':', '=']) + 1) + Stars);
            return Bearer.Replace(text, Stars);
        }
        catch (RegexMatchTimeoutException)
        {
            // A text that cannot be searched in time is not shown at all.
            return string.Empty;
        }
    }
}
