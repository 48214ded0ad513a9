using System.Text.Json;
using System.Text;
using RMF.Engine.Ports;
using RMF.Engine.Secrets;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Errors;

/// <summary>
/// Reads an error body of any shape that was seen: nested in <c>error</c>, not nested, the identity provider's, a task's,
/// plain text, or a web page.
/// </summary>
internal static class ErrorBody
{
    /// <summary>Longest part of a server's words that goes into a message.</summary>
    private const int MaxTextLength = 500;

    /// <summary>Longest part that is looked at: far more than is shown, so that a secret is not cut in two before it is found.</summary>
    private const int MaxSearched = 64 * 1024;

    /// <param name="answer">Not a success.</param>
    /// <param name="secrets">What was sent and must not come back in a message.</param>
    public static ErrorDetails Read(Answer answer, IReadOnlyList<Secret> secrets)
    {
        if (answer.LooksLikeHtml || answer.Body.Length == 0)
        {
            return ErrorDetails.None;
        }

        if (answer.LooksLikeJson)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Memory);
                return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, secrets) : ErrorDetails.None;
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return ErrorDetails.None;
            }
        }

        var bytes = answer.Body.Slice(0, Math.Min(answer.Body.Length, MaxSearched));
        var text = Tidy(Encoding.UTF8.GetString(bytes.ToArray()), secrets);
        return new ErrorDetails(text, VmoCodes.Find(text), null, null);
    }

    /// <summary>One line, of bounded length, without secrets.</summary>
    public static string Tidy(string text, IReadOnlyList<Secret> secrets)
    {
        text = Redactor.Clean(text.Length > MaxSearched ? text.Substring(0, MaxSearched) : text, secrets);
        var tidy = new StringBuilder(Math.Min(text.Length, MaxTextLength));
        foreach (var letter in text.Replace("\\n", " "))
        {
            if (tidy.Length >= MaxTextLength)
            {
                return tidy.Append('…').ToString();
            }

            var space = char.IsWhiteSpace(letter) || char.IsControl(letter);
            if (!space)
            {
                tidy.Append(letter);
            }
            else if (tidy.Length > 0 && tidy[tidy.Length - 1] != ' ')
            {
                tidy.Append(' ');
            }
        }

        return tidy.ToString().TrimEnd();
    }

    private static ErrorDetails Read(JsonElement root, IReadOnlyList<Secret> secrets)
    {
        if (root.TryGetProperty("error", out var error))
        {
            return error.ValueKind == JsonValueKind.Object ? ReadDetails(error, secrets) : ReadIdentityProvider(root, error, secrets);
        }

        return ReadDetails(root, secrets);
    }

    private static ErrorDetails ReadIdentityProvider(JsonElement root, JsonElement error, IReadOnlyList<Secret> secrets)
    {
        var description = TextOf(root, "error_description");
        var text = error.TextOrNull() ?? string.Empty;
        return new ErrorDetails(
            Tidy(description is null ? text : $"{text}: {description}", secrets),
            VmoCodes.Find(description),
            null,
            TextOf(root, "error_code"));
    }

    private static ErrorDetails ReadDetails(JsonElement error, IReadOnlyList<Secret> secrets)
    {
        var texts = new List<string>();
        string? property = null;
        int? code = null;
        if (error.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Array)
        {
            foreach (var detail in details.EnumerateArray())
            {
                if (detail.ValueKind != JsonValueKind.Object)
                {
                    continue;
                }

                if (TextOf(detail, "errorText") is { Length: > 0 } text)
                {
                    texts.Add(text);
                    code ??= VmoCodes.Find(text);
                }

                code ??= VmoCodes.Find(TextOf(detail, "errorTextId"));
                property ??= TextOf(detail, "property");
            }
        }

        foreach (var name in (string[])["errorText", "message", "Message", "title"])
        {
            if (texts.Count == 0 && TextOf(error, name) is { Length: > 0 } text)
            {
                texts.Add(text);
                code ??= VmoCodes.Find(text);
            }
        }

        return new ErrorDetails(Tidy(string.Join("; ", texts), secrets), code, property is null ? null : Tidy(property, secrets), null);
    }

    private static string? TextOf(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) ? value.TextOrNull() : null;
}
