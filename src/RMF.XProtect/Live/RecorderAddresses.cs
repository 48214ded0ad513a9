using System.Collections.Concurrent;
using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Live;

/// <summary>Where recorders listen, as the site says. A recorder that has failed over listens elsewhere. Thread-safe.</summary>
internal sealed class RecorderAddresses(SiteSession session)
{
    private const int UsualPort = 7563;

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="recorder">Id of the recorder.</param>
    /// <param name="isStale">True: what is known did not work, ask again. Where the site cannot be asked, what is known counts.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<Outcome<Uri>> GetAsync(string recorder, bool isStale, CancellationToken cancellationToken)
    {
        var entry = known.GetOrAdd(recorder, static _ => new Known());
        if (!isStale && entry.Address is { } before)
        {
            return before;
        }

        var wantedAt = session.Time.GetTimestamp();
        await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The streams of a recorder that is lost all ask at once: the first one asks for all of them, also where nobody answers.
            if (entry.AnsweredAt <= wantedAt)
            {
                entry.Answer = await AskAsync(recorder, entry.Address, cancellationToken).ConfigureAwait(false);
                entry.Address = entry.Answer.Value ?? entry.Address;
                entry.AnsweredAt = session.Time.GetTimestamp();
            }

            return entry.Answer;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private async Task<Outcome<Uri>> AskAsync(string recorder, Uri? before, CancellationToken cancellationToken)
    {
        // Not a read that is sent again: the stream has pauses of its own.
        var request = WireRequest.Get("recordingServers/" + Uri.EscapeDataString(recorder)) with { IsRead = false };
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return before is null ? reply.Error! : before;
        }

        using (answer)
        {
            if (Read(answer.Memory) is { } address)
            {
                return address;
            }

            return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "a recording server without an address");
        }
    }

    private static Uri? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var data = document.RootElement.GetProperty("data");
            return UriOf(data, "activeWebServerUri") ?? UriOf(data, "webServerUri") ?? OfHost(data);
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            return null;
        }
    }

    private static Uri? UriOf(JsonElement data, string name)
        => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : null;

    private static Uri? OfHost(JsonElement data)
    {
        var port = data.TryGetProperty("portNumber", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var given) ? given : UsualPort;
        return data.TryGetProperty("hostName", out var host) && host.GetString() is { Length: > 0 } name ? new UriBuilder(Uri.UriSchemeHttp, name, port).Uri : null;
    }

    /// <summary>What is known of one recorder. All but <see cref="Address"/> is for who holds the gate.</summary>
    private sealed class Known
    {
        public readonly SemaphoreSlim Gate = new(1, 1);
        public volatile Uri? Address;

        public Outcome<Uri> Answer { get; set; }

        public long AnsweredAt { get; set; } = long.MinValue;
    }
}
