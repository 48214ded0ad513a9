using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using RMF.Engine.Ports;

namespace RMF.Engine.Secrets;

/// <summary>
/// Takes secrets out of texts that others wrote, before they get into a message, a log or a file that leaves this machine. There is this one for all
/// sinks. It knows a secret in the spellings in which a server may send it back: as it is, as JSON, and as a form or a query. Thread-safe.
/// </summary>
public static class Redactor
{
    /// <summary>What stands where a secret was.</summary>
    public const string Stars = "***";

    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private static readonly Regex NamedSecret = new(
        @"(password|passwd|pwd|secret|token)(\\?""?\s*[:=]\s*)(\\?""[^""]*""|[^\s,;&]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        LongestMatch);

    private static readonly Regex Bearer = new(@"(Bearer\s+\S+|eyJ[\w-]+\.[\w-]+\.[\w-]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, LongestMatch);

    /// <summary>The text with stars for the secrets, for what is named a password or a token, and for what looks like a token.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="secrets">Those that are known to have been sent; may be empty.</param>
    public static string Clean(string text, IEnumerable<Secret> secrets)
    {
        foreach (var spelling in secrets.SelectMany(SpellingsOf).Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length))
        {
            text = text.Replace(spelling, Stars);
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

    private static IEnumerable<string> SpellingsOf(Secret secret)
    {
        var value = secret.Reveal();
        if (value.Length == 0)
        {
            yield break;
        }

        yield return value;
        var escaped = Uri.EscapeDataString(value);
        yield return escaped;
        yield return escaped.Replace("%20", "+");
        yield return JavaScriptEncoder.Default.Encode(value);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);

        // JSON inside JSON: a server that quotes the body it got.
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JavaScriptEncoder.Default.Encode(value));
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value));
    }
}
