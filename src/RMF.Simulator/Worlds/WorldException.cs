namespace RMF.Simulator;

/// <summary>A world, model or fault file that cannot be read. The message begins with <c>file:line:column</c>, both counted from 1.</summary>
public sealed class WorldException : Exception
{
    public WorldException(string file, long line, long column, string problem, Exception? inner = null)
        : base($"{file}:{line}:{column}: {problem}", inner)
    {
        File = file;
        Line = line;
        Column = column;
        Problem = problem;
    }

    public string File { get; }

    public long Line { get; }

    public long Column { get; }

    /// <summary>What is wrong, without the position.</summary>
    public string Problem { get; }
}
