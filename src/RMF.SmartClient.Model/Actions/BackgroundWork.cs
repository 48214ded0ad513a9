using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Actions;

/// <summary>
/// Runs work on the pool and shows on the user interface's thread what came of it. After <see cref="Dispose"/> the work is cancelled and nothing is shown.
/// Belongs to the user interface's thread.
/// </summary>
internal sealed class BackgroundWork(IClientPlatform platform) : IDisposable
{
    private readonly CancellationTokenSource ending = new();

    /// <summary>The last work, its showing included.</summary>
    public Task Last { get; private set; } = Task.CompletedTask;

    public bool IsEnded => ending.IsCancellationRequested;

    /// <param name="work">What is done on the pool.</param>
    /// <param name="shown">Gets what came of it.</param>
    /// <param name="failed">Gets why nothing came of it; null = it was cancelled.</param>
    /// <param name="cancellation">Cancels this work alone.</param>
    public void Run<T>(Func<CancellationToken, Task<T>> work, Action<T> shown, Action<string?> failed, CancellationToken cancellation = default)
    {
        if (!IsEnded)
        {
            Last = RunAsync(work, shown, failed, cancellation);
        }
    }

    public void Dispose() => ending.Cancel();

    private async Task RunAsync<T>(Func<CancellationToken, Task<T>> work, Action<T> shown, Action<string?> failed, CancellationToken cancellation)
    {
        Action show;
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellation))
        {
            try
            {
                var token = either.Token;
                var result = await Task.Run(() => work(token), token).ConfigureAwait(false);
                show = () => shown(result);
            }
            catch (OperationCanceledException)
            {
                show = () => failed(null);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // A bug must not end the client.
                show = () => failed(exception.Message);
            }
        }

        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        platform.Post(() =>
        {
            try
            {
                if (!IsEnded)
                {
                    show();
                }
            }
            finally
            {
                done.SetResult(true);
            }
        });
        await done.Task.ConfigureAwait(false);
    }
}
