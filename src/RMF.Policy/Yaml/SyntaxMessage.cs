using YamlDotNet.Core;

namespace RMF.Policy.Yaml;

/// <summary>Turns the parser's complaints into messages with the best place that is known.</summary>
internal static class SyntaxMessage
{
    private const string QuoteAdvice = "Put a value that holds ': ', ' #' or begins with one of @ ` % & * ! | > [ { in quotes.";

    public static void Report(Reading reading, string file, string text, YamlException error, Mark? openFlow)
    {
        if (error.Message.Contains(" tab ") && TabLine(text, (int)error.Start.Line) is { } tab)
        {
            reading.Report(PolicyCodes.TabIndent, "", file, tab, 1, "the line is indented with a tab");
            return;
        }

        if (openFlow is { } opened && (error.Message.Contains("flow mapping") || error.Message.Contains("flow sequence")))
        {
            Unclosed(reading, file, opened);
            return;
        }

        var advice = error.Message.Contains("quoted scalar")
            ? "Close the quote; inside double quotes a backslash is written twice."
            : error.Message.Contains("plain scalar") || error.Message.Contains("cannot start any token") ? QuoteAdvice : PolicyCodes.NotYaml.Help;
        reading.Report(PolicyCodes.NotYaml, "", file, (int)error.Start.Line, (int)error.Start.Column, Sentence(error.Message), advice);
    }

    public static void Report(Reading reading, string file, Mark scanner, Mark? lastEvent, Mark? openFlow)
    {
        if (openFlow is { } opened)
        {
            Unclosed(reading, file, opened);
            return;
        }

        var at = lastEvent ?? scanner;
        reading.Report(PolicyCodes.NotYaml, "", file, (int)at.Line, (int)at.Column, "the text cannot be read as YAML from here on");
    }

    private static void Unclosed(Reading reading, string file, Mark opened)
        => reading.Report(PolicyCodes.NotYaml, "", file, (int)opened.Line, (int)opened.Column, "the list or mapping in brackets that begins here is not closed, or something in it cannot be read", "Close the bracket, put commas between the entries, and quote values that hold one of , [ ] { } or ': '.");

    private static string Sentence(string message)
    {
        var text = message.TrimEnd('.', ' ');
        return text.Length == 0 ? "the text is not YAML" : char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    // The parser names the beginning of what it was reading; the tab stands at or after it.
    private static int? TabLine(string text, int from)
    {
        var line = 1;
        var inIndent = true;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                line++;
                inIndent = true;
            }
            else if (c == '\t' && inIndent && line >= from)
            {
                return line;
            }
            else if (c != ' ')
            {
                inIndent = false;
            }
        }

        return null;
    }
}
