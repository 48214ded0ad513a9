using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Arguments;

/// <summary>
/// The base of completers that offer what the session already knows. Never asks a site: a key press must not wait for a network.
/// </summary>
public abstract class SessionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var begun = (wordToComplete ?? "").Trim('\'', '"');
        var pattern = NamePattern.Of(begun + "*");
        return Candidates(RmfSession.Current, fakeBoundParameters)
            .Where(candidate => pattern.IsMatch(candidate.Text))
            .Take(MostResults)
            .Select(candidate => new CompletionResult(Quote(candidate.Text), candidate.Text, CompletionResultType.ParameterValue, candidate.ToolTip));
    }

    /// <summary>More would not be read by anyone.</summary>
    internal const int MostResults = 200;

    /// <summary>All that could stand here, in the order to offer it.</summary>
    /// <param name="session">What the runspace knows.</param>
    /// <param name="bound">The parameters typed so far.</param>
    private protected abstract IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound);

    // Quoted only where PowerShell would not read the word as one plain argument.
    private static string Quote(string text) =>
        text.Length > 0 && text.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '\\')
            ? text
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}
