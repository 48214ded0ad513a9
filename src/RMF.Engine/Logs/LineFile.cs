namespace RMF.Engine.Logs;

/// <summary>
/// A file of lines that are added whole and flushed. A file that is longer than its limit is moved to <c>.old</c>, whose former content goes. What cannot
/// be written is tried again with the next line. Thread-safe; other processes may add lines too.
/// </summary>
internal sealed class LineFile(string path, long mostBytes) : IDisposable
{
    private readonly object gate = new();
    private readonly string path = Path.GetFullPath(path);
    private FileStream? file;

    /// <summary>Opens it now, with its folder.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public void Open()
    {
        lock (gate)
        {
            file ??= Opened();
        }
    }

    /// <summary>Adds bytes that end with a line feed. Null when they were written, else why not.</summary>
    public string? Write(byte[] lines)
    {
        lock (gate)
        {
            try
            {
                file ??= Opened();
                if (file.Length > mostBytes)
                {
                    file.Dispose();
                    file = null;
                    File.Delete(path + ".old");
                    File.Move(path, path + ".old");
                    file = Opened();
                }

                file.Write(lines, 0, lines.Length);
                file.Flush();
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                file?.Dispose();
                file = null;
                return exception.Message;
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            file?.Dispose();
            file = null;
        }
    }

    private FileStream Opened()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }
}
