using RMF.Policy;

namespace RMF.PowerShell;

/// <summary>One thing that reading a policy has to say, with its place.</summary>
public sealed class PolicyFinding
{
    internal PolicyFinding(PolicyMessage message)
    {
        Severity = message.Severity.ToString();
        Code = message.Code;
        Key = message.Path;
        File = message.File;
        Line = message.Line;
        Column = message.Column;
        Text = message.Text;
        RecommendedAction = message.Advice;
    }

    /// <summary>Error, Warning or Information.</summary>
    public string Severity { get; }

    /// <summary>A stable code, e.g. <c>RMF1101</c>.</summary>
    public string Code { get; }

    /// <summary>The key it is about, e.g. <c>live.reactionTime</c>.</summary>
    public string Key { get; }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>File name, line and column in one.</summary>
    public string Place => $"{System.IO.Path.GetFileName(File)}:{Line}:{Column}";

    /// <summary>What is wrong.</summary>
    public string Text { get; }

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Text}";
}
