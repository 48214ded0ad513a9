using System.Globalization;
using System.Text;
using RMF.Simulator.Http;

namespace RMF.Simulator.Server;

/// <summary>Writes answers with their length, head and small body in one piece.</summary>
internal static class ResponseWriter
{
    private const int OnePieceBytes = 64 * 1024;

    public static async ValueTask WriteAsync(Stream stream, SimResponse response, bool head, bool close, CancellationToken cancel)
    {
        var start = Head(response, close);
        var body = head ? default : response.Body;
        if (body.Length <= OnePieceBytes)
        {
            var whole = new byte[start.Length + body.Length];
            start.CopyTo(whole, 0);
            body.CopyTo(whole.AsMemory(start.Length));
            await stream.WriteAsync(whole, cancel).ConfigureAwait(false);
        }
        else
        {
            await stream.WriteAsync(start, cancel).ConfigureAwait(false);
            await stream.WriteAsync(body, cancel).ConfigureAwait(false);
        }

        await stream.FlushAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Head and half of the body, and the head promises the whole.</summary>
    public static async ValueTask WriteHalfAsync(Stream stream, SimResponse response, CancellationToken cancel)
    {
        await stream.WriteAsync(Head(response, close: false), cancel).ConfigureAwait(false);
        await stream.WriteAsync(response.Body[..(response.Body.Length / 2)], cancel).ConfigureAwait(false);
        await stream.FlushAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>The head alone, for what goes on in another protocol.</summary>
    public static async ValueTask WriteHeadAsync(Stream stream, SimResponse response, CancellationToken cancel)
    {
        await stream.WriteAsync(Head(response, close: false), cancel).ConfigureAwait(false);
        await stream.FlushAsync(cancel).ConfigureAwait(false);
    }

    private static byte[] Head(SimResponse response, bool close)
    {
        var text = new StringBuilder(512);
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {Reason(response.Status)}\r\n");
        if (response.Upgrade is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-Length: {response.Body.Length}\r\n");
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: {response.ContentType}\r\n");
        }

        foreach (var (name, value) in response.Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (close)
        {
            text.Append("Connection: close\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }

    private static string Reason(int status) => status switch
    {
        101 => "Switching Protocols",
        200 => "OK",
        201 => "Created",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        413 => "Payload Too Large",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Unknown",
    };
}
