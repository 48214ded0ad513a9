namespace RMF.Engine.Logs;

/// <summary>One line of the log of a run.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Text">One line, without secrets.</param>
public sealed record LogLine(DateTimeOffset Time, LogLevel Level, string Text);
