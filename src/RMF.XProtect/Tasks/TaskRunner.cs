using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Tasks;

/// <summary>Starts tasks of the server, follows queued ones to their end, and cleans them up whatever the end was. Thread-safe.</summary>
internal sealed class TaskRunner(SiteSession session)
{
    private const double Growth = 1.5;

    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SlowestPoll = TimeSpan.FromSeconds(3);

    /// <summary>How long the cleaning up may take when the caller has already given up.</summary>
    private static readonly TimeSpan LastCleanup = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for the task's end; null = the site's own limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Hears of the task's progress in percent, when it has changed; null = nobody does.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <param name="path">The object, e.g. <c>recordingServers/{id}</c>.</param>
    /// <param name="task">The task's name.</param>
    /// <param name="body">Its parameters as JSON.</param>
    /// <param name="secrets">Secrets in the body.</param>
    /// <param name="changes">False when the task only reads and may be sent again.</param>
    /// <param name="cancellationToken">Ends the waiting; the task on the server goes on.</param>
    public async Task<TaskEnd> RunAsync(string path, string task, byte[] body, IReadOnlyList<Secret> secrets, bool changes, CancellationToken cancellationToken)
    {
        var request = WireRequest.Task(path, task, body, secrets) with { IsRead = !changes };
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return TaskEnd.Failed(reply.Error!, reply.MayHaveHappened);
        }

        JsonElement result;
        using (answer)
        {
            if (Unwrap(answer) is not { } told)
            {
                return TaskEnd.Failed(session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without the state of the task"), true);
            }

            result = told;
        }

        var state = TaskState.Read(result);
        if (state.TaskId is not { Length: > 0 } id)
        {
            return Judge(state, result, request) ?? TaskEnd.Failed(
                session.Errors.Make(SiteErrorKind.UnexpectedAnswer, request.Operation, $"{session.Site}: {request.Operation} answered with the state '{state.State}' and no task to follow."), true);
        }

        try
        {
            return await FollowAsync(id, request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await CleanUpAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TaskEnd> FollowAsync(string id, WireRequest request, CancellationToken cancellationToken)
    {
        var timeout = Timeout ?? session.Connection.TaskTimeout;
        var deadline = session.Time.GetUtcNow() + timeout;
        var wait = FirstPoll;
        var reported = -1;
        while (true)
        {
            await Clock.DelayAsync(session.Time, wait, cancellationToken).ConfigureAwait(false);
            wait = TimeSpan.FromTicks(Math.Min((long)(wait.Ticks * Growth), SlowestPoll.Ticks));
            var reply = await session.Gateway.SendAsync(WireRequest.Get("tasks/" + id) with { Operation = request.Operation }, cancellationToken).ConfigureAwait(false);
            if (reply.Answer is not { } answer)
            {
                return TaskEnd.Failed(reply.Error!, true);
            }

            using (answer)
            {
                if (Unwrap(answer) is { } told)
                {
                    var state = TaskState.Read(told);
                    if (state.Progress is { } progress && progress != reported)
                    {
                        reported = progress;
                        Progress?.Report(progress);
                    }

                    if (Judge(state, told, request) is { } end)
                    {
                        return end;
                    }
                }
            }

            if (session.Time.GetUtcNow() >= deadline)
            {
                return TaskEnd.Failed(session.Errors.Timeout(request.Operation, timeout), true);
            }
        }
    }

    /// <summary>Null while the task is neither done nor failed.</summary>
    private TaskEnd? Judge(TaskState state, JsonElement result, WireRequest request)
    {
        if (state.IsSuccess)
        {
            return new TaskEnd(null, true, result);
        }

        if (!state.IsError)
        {
            return null;
        }

        var details = new ErrorDetails(ErrorBody.Tidy(state.ErrorText, request.Secrets), state.ErrorCode, null, null);
        var what = state.ErrorCode is { } code ? $"VMO{code}" : "the task ended in an error";
        return TaskEnd.Failed(session.Errors.From(VmoCodes.KindOf(state.ErrorCode) ?? SiteErrorKind.TaskFailed, request.Operation, what, details), false);
    }

    /// <summary>The object in <c>result</c> or <c>data</c>, as a copy that outlives the answer.</summary>
    private static JsonElement? Unwrap(Answer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Memory);
            foreach (var name in (string[])["result", "data"])
            {
                if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object)
                {
                    return inner.Clone();
                }
            }
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            // No state then; the caller says so.
        }

        return null;
    }

    private async Task CleanUpAsync(string id, CancellationToken cancellationToken)
    {
        using var last = Clock.CancelAfter(session.Time, LastCleanup);
        try
        {
            var token = cancellationToken.IsCancellationRequested ? last.Token : cancellationToken;
            var reply = await session.Gateway.SendAsync(WireRequest.Task("tasks/" + id, "TaskCleanup", JsonBody.Empty), token).ConfigureAwait(false);
            reply.Answer?.Dispose();
            if (reply.Error is { } error)
            {
                session.Gateway.Link.Say($"task {id} was not cleaned up: {error.Message}");
            }
        }
        catch (OperationCanceledException)
        {
            session.Gateway.Link.Say($"task {id} was not cleaned up: cancelled");
        }
    }
}
