using System.Collections.Concurrent;
using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Http;

namespace RMF.XProtect.Live;

/// <summary>Where recorders listen, as the site says. A recorder that has failed over listens elsewhere. Thread-safe.</summary>
internal sealed class RecorderAddresses(SiteSession session)
{
    private const int UsualPort = 7563;

    private readonly ConcurrentDictionary<string, Uri> known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="recorder">Id of the recorder.</param>
    /// <param name="isStale">True: what is known did not work, ask again. Where the site cannot be asked, what is known counts.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<Outcome<Uri>> GetAsync(string recorder, bool isStale, CancellationToken cancellationToken)
    {
        var found = known.TryGetValue(recorder, out var before);
        if (found && !isStale)
        {
            return before!;
        }

        // Not a read that is sent again: the stream has pauses of its own.
        var request = WireRequest.Get("recordingServers/" + Uri.EscapeDataString(recorder)) with { IsRead = false };
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return found ? before! : reply.Error!;
        }

        using (answer)
        {
            if (Read(answer.Memory) is { } address)
            {
                known[recorder] = address;
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
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or UriFormatException or ArgumentException)
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
}
