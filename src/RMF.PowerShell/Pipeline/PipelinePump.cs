using System.Collections.Concurrent;
using System.Management.Automation;

namespace RMF.PowerShell.Pipeline;

/// <summary>
/// Runs asynchronous work on the thread pool and carries its calls to the thread that PowerShell wants them on.
/// One pump serves one cmdlet; <see cref="Run"/> is called by the pipeline's thread alone, all else from any thread.
/// </summary>
internal sealed class PipelinePump
{
    /// <summary>Calls that wait for the pipeline's thread. A writer that is faster than the pipeline waits at this bound.</summary>
    public const int QueueLimit = 512;

    /// <summary>After a stop the work has this long to end by itself; then it is let go, so that Ctrl+C takes less than a second.</summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(800);

    private const int NoThread = -1;

    private readonly CancellationTokenSource stop = new();
    private volatile BlockingCollection<Action>? calls;
    private volatile int pipelineThread = NoThread;
    private volatile bool closed;

    /// <summary>Cancelled by <see cref="Stop"/>, and when the pipeline itself ends early (ErrorAction Stop, Select-Object -First).</summary>
    public CancellationToken StopToken => stop.Token;

    /// <summary>True when a call needs no carrying: nothing ran yet, or this is the pipeline's thread.</summary>
    public bool IsOnPipeline => pipelineThread == NoThread || pipelineThread == Environment.CurrentManagedThreadId;

    /// <summary>Asks the work to end. Returns at once unless a cancellation callback blocks.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>The cmdlet has ended: what it left behind (a site that logs a line when it is closed) must not write through it any more.</summary>
    public void Close() => closed = true;

    /// <summary>Runs the work to its end, and meanwhile its calls on this thread.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public void Run(Func<CancellationToken, Task> work)
    {
        if (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }

        // Not disposed: work that was let go may still look at it, and it holds nothing but memory.
        var queue = new BlockingCollection<Action>(QueueLimit);
        pipelineThread = Environment.CurrentManagedThreadId;
        calls = queue;
        var running = Task.Run(() => RunToEndAsync(work, queue));
        try
        {
            foreach (var call in queue.GetConsumingEnumerable(stop.Token))
            {
                call();
            }

            running.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LetEnd(running);
            throw new PipelineStoppedException();
        }
        catch
        {
            stop.Cancel();
            LetEnd(running);
            throw;
        }
        finally
        {
            calls = null;
        }
    }

    /// <summary>
    /// Has the pipeline's thread make the call, in order, without waiting for it.
    /// After a stop it is dropped without a word, so that work can clean up undisturbed.
    /// </summary>
    public void Post(Action call)
    {
        if (!IsOnPipeline)
        {
            TryEnqueue(call);
        }
        else if (!closed)
        {
            call();
        }
    }

    /// <summary>Has the pipeline's thread make the call and waits for its answer, or its exception.</summary>
    /// <exception cref="OperationCanceledException">The pipeline was stopped before it answered.</exception>
    public T Ask<T>(Func<T> call)
    {
        if (IsOnPipeline)
        {
            return call();
        }

        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!TryEnqueue(() => Answer(call, answer)))
        {
            throw new OperationCanceledException(stop.Token);
        }

        using (stop.Token.Register(() => answer.TrySetCanceled()))
        {
            return answer.Task.GetAwaiter().GetResult();
        }
    }

    private static void Answer<T>(Func<T> call, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.TrySetResult(call());
        }
        catch (PipelineStoppedException)
        {
            // The user chose to halt: that ends the pipeline as well as the wait.
            answer.TrySetCanceled();
            throw;
        }
        catch (Exception exception)
        {
            answer.TrySetException(exception);
        }
    }

    // What the work itself ends with no longer matters: the pipeline has already ended for another reason.
    private static void LetEnd(Task running)
    {
        _ = running.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        Task.WaitAny([running], StopGrace);
    }

    private async Task RunToEndAsync(Func<CancellationToken, Task> work, BlockingCollection<Action> queue)
    {
        try
        {
            await work(stop.Token).ConfigureAwait(false);
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private bool TryEnqueue(Action call)
    {
        if (stop.IsCancellationRequested || calls is not { } queue)
        {
            return false;
        }

        try
        {
            queue.Add(call, stop.Token);
            return true;
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException)
        {
            // Stopped while it waited, or the work has ended and something that it left behind still talks.
            return false;
        }
    }
}
