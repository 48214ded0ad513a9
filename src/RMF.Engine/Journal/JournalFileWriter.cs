using System.Text;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Journal;

/// <summary>
/// Appends to one run's file. Records that come while a flush is under way go to the disk together with the next one, so that parallel changes
/// share a flush. Thread-safe.
/// </summary>
internal sealed class JournalFileWriter : IRunJournal
{
    private readonly object gate = new();
    private readonly FileStream file;
    private readonly IDisposable runLock;
    private readonly string path;
    private StringBuilder pending = new();
    private TaskCompletionSource<RunFailure?> batch = NewBatch();
    private Task flusher = Task.CompletedTask;
    private bool isFlushing;
    private RunFailure? failure;
    private string lastHash;
    private int count;

    /// <param name="file">The new file; owned.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="previous">The hash that the chain goes on from.</param>
    /// <param name="runLock">Released with the journal.</param>
    public JournalFileWriter(FileStream file, string path, string previous, IDisposable runLock)
    {
        this.file = file;
        this.path = path;
        this.runLock = runLock;
        lastHash = previous;
    }

    public Task<RunFailure?> StartAsync(JournalStart start) => AddAsync(previous => [JournalJson.Start(start, previous)]);

    public Task<RunFailure?> AppendAsync(IReadOnlyList<JournalEntry> entries)
        => entries.Count == 0 ? Task.FromResult<RunFailure?>(null) : AddAsync(_ => entries.Select((e, i) => JournalJson.Of(count + i + 1, e)).ToList());

    public void Dispose()
    {
        Task last;
        lock (gate)
        {
            last = flusher;
        }

        last.GetAwaiter().GetResult();
        file.Dispose();
        runLock.Dispose();
    }

    private Task<RunFailure?> AddAsync(Func<string, IReadOnlyList<string>> lines)
    {
        lock (gate)
        {
            if (failure is not null)
            {
                return Task.FromResult<RunFailure?>(failure);
            }

            foreach (var line in lines(lastHash))
            {
                pending.Append(JournalJson.Seal(line, lastHash, out lastHash)).Append('\n');
                count++;
            }

            if (!isFlushing)
            {
                isFlushing = true;
                flusher = Task.Run(Flush);
            }

            return batch.Task;
        }
    }

    private void Flush()
    {
        while (true)
        {
            string text;
            TaskCompletionSource<RunFailure?> done;
            lock (gate)
            {
                if (pending.Length == 0)
                {
                    isFlushing = false;
                    return;
                }

                (text, pending) = (pending.ToString(), new StringBuilder());
                (done, batch) = (batch, NewBatch());
            }

            var failed = failure ?? Write(text);
            lock (gate)
            {
                failure ??= failed;
            }

            done.SetResult(failed);
        }
    }

    private RunFailure? Write(string text)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            file.Write(bytes, 0, bytes.Length);
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return FileJournal.CannotWrite(path, e);
        }
    }

    // Continuations run elsewhere: the flusher must not carry out changes.
    private static TaskCompletionSource<RunFailure?> NewBatch() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
