using System.Globalization;

namespace RMF.Policy;

/// <summary>One thing to say about a policy, with its place. It never holds a secret.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">A stable code of <see cref="PolicyCodes"/>, such as <c>RMF1101</c>.</param>
/// <param name="Path">The key it is about, such as <c>live.failback.delay</c> or <c>links[0].primary</c>; empty for the whole file.</param>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Text">What is wrong, without a full stop.</param>
/// <param name="Advice">What to do about it, with a full stop; may be empty.</param>
public sealed record PolicyMessage(
    PolicySeverity Severity,
    string Code,
    string Path,
    string File,
    int Line,
    int Column,
    string Text,
    string Advice)
{
    /// <summary><c>file:line:column: error RMF1101: text. advice</c>.</summary>
    public override string ToString()
    {
        var place = string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", File, Line, Column);
        var severity = Severity switch
        {
            PolicySeverity.Error => "error",
            PolicySeverity.Warning => "warning",
            _ => "information",
        };
        return $"{place}: {severity} {Code}: {Text}.{(Advice.Length == 0 ? "" : " " + Advice)}";
    }
}
