using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>The single steps by which a list of objects below a camera is brought to its wanted state, and what became of them. Used once.</summary>
/// <param name="session">The site.</param>
/// <param name="tasks">Runs tasks.</param>
/// <param name="part">The list, as a part of its camera.</param>
internal sealed class ObjectWriting(SiteSession session, TaskRunner tasks, ItemKey part)
{
    private int sent;

    /// <summary>Makes an object and answers with its id.</summary>
    public async Task<Outcome<string>> CreateAsync(string collection, byte[] body, CancellationToken cancellationToken)
    {
        sent++;
        var request = new WireRequest(HttpMethod.Post, collection, string.Empty) { Body = body };
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            MayHaveHappened |= reply.MayHaveHappened;
            return reply.Error!;
        }

        HasWritten = true;
        using (answer)
        {
            return CreatedId.In(answer) is { } id ? id : session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without the id of what it made");
        }
    }

    /// <summary>PATCH or DELETE; null when it went well.</summary>
    public async Task<SiteError?> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        sent++;
        var reply = await session.Gateway.SendAsync(new WireRequest(method, path, string.Empty) { Body = body }, cancellationToken).ConfigureAwait(false);
        reply.Answer?.Dispose();
        return Note(reply.Error, reply.MayHaveHappened);
    }

    /// <summary>A task; null when it went well.</summary>
    public async Task<SiteError?> RunAsync(string path, string task, byte[] body, CancellationToken cancellationToken)
    {
        sent++;
        var end = await tasks.RunAsync(path, task, body, [], changes: true, cancellationToken).ConfigureAwait(false);
        return Note(end.Error, end.MayHaveHappened);
    }

    /// <summary>The result of all steps. After a step that went through, a refusal leaves the list between two states: that is read back like a lost answer.</summary>
    public WriteResult Result(SiteError? error) => error is null
        ? WriteResult.Confirmed(part, sent)
        : new WriteResult(HasWritten || MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, error, part) { Requests = sent };

    private bool HasWritten { get; set; }

    private bool MayHaveHappened { get; set; }

    private SiteError? Note(SiteError? error, bool mayHaveHappened)
    {
        HasWritten |= error is null;
        MayHaveHappened |= error is not null && mayHaveHappened;
        return error;
    }
}
