namespace RMF.Policy;

/// <summary>A place in a policy file.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
public sealed record PolicyPlace(string File, int Line, int Column);
