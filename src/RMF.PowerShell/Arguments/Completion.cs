namespace RMF.PowerShell.Arguments;

/// <summary>One offer of a completer, unquoted, and what it is.</summary>
internal readonly record struct Completion(string Text, string ToolTip);
