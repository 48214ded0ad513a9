using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Reads one short list of the configuration API that is no kind of the kind table.</summary>
internal static class ListReading
{
    /// <param name="session">The site.</param>
    /// <param name="path">Below the API's root.</param>
    /// <param name="parse">Reads an entry; null leaves it out. What it throws of a broken answer becomes an error.</param>
    /// <param name="cancellationToken">Ends the waiting; its cancellation is thrown.</param>
    public static async Task<Outcome<List<T>>> ReadAsync<T>(SiteSession session, string path, Func<JsonElement, T?> parse, CancellationToken cancellationToken)
    {
        var request = WireRequest.Get(path);
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Memory);
                return document.RootElement.GetProperty("array").EnumerateArray().Select(parse).Where(static p => p is not null).Select(static p => p!).ToList();
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without a list");
            }
        }
    }
}
