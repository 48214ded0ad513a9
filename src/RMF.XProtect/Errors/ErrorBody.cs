using System.Text.Json;
using System.Text;
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

    public static ErrorDetails Read(Answer answer)
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
                return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : ErrorDetails.None;
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return ErrorDetails.None;
            }
        }

        var bytes = answer.Body.Slice(0, Math.Min(answer.Body.Length, MaxTextLength));
        var text = Tidy(Encoding.UTF8.GetString(bytes.ToArray()));
        return new ErrorDetails(text, VmoCodes.Find(text), null, null);
    }

    /// <summary>One line, of bounded length.</summary>
    public static string Tidy(string text)
    {
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

    private static ErrorDetails Read(JsonElement root)
    {
        if (root.TryGetProperty("error", out var error))
        {
            return error.ValueKind == JsonValueKind.Object ? ReadDetails(error) : ReadIdentityProvider(root, error);
        }

        return ReadDetails(root);
    }

    private static ErrorDetails ReadIdentityProvider(JsonElement root, JsonElement error)
    {
        var description = TextOf(root, "error_description");
        var text = error.TextOrNull() ?? string.Empty;
        return new ErrorDetails(
            Tidy(description is null ? text : $"{text}: {description}"),
            VmoCodes.Find(description),
            null,
            TextOf(root, "error_code"));
    }

    private static ErrorDetails ReadDetails(JsonElement error)
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

        return new ErrorDetails(Tidy(string.Join("; ", texts)), code, property, null);
    }

    private static string? TextOf(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) ? value.TextOrNull() : null;
}
