namespace RMF.PowerShell.Runs;

/// <summary>
/// Where a session's sites write a line for each request: the debug stream of the cmdlet that began last. A site outlives the cmdlet that
/// logged in to it, so it cannot hold on to that one. Thread-safe.
/// </summary>
internal sealed class RequestTrace
{
    private Action<string>? sink;

    /// <summary>Lines go here from now on.</summary>
    public void Open(Action<string> to) => Volatile.Write(ref sink, to);

    /// <summary>Lines are dropped until the next cmdlet begins, unless another one has begun already.</summary>
    public void Close(Action<string> to) => Interlocked.CompareExchange(ref sink, null, to);

    public void Write(string line) => Volatile.Read(ref sink)?.Invoke(line);
}
