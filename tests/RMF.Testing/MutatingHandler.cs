using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace RMF.Testing;

/// <summary>Changes some of the answers that come from a server. Which, and how, follows from the seed and the order of the answers. Thread-safe.</summary>
public sealed class MutatingHandler(HttpMessageHandler inner, int seed, double share) : DelegatingHandler(inner)
{
    private const int Kept = 12;

    private static readonly HttpStatusCode[] Statuses = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.NoContent, HttpStatusCode.Found, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, (HttpStatusCode)299, (HttpStatusCode)418];
    private static readonly string[] Types = ["text/html", "text/plain", "application/xml", "application/json; charset=utf-16", "application/octet-stream"];

    private readonly ConcurrentQueue<string> last = new();
    private int answers;
    private int mutated;

    /// <summary>False: all answers pass as they are.</summary>
    public bool IsOn { get; set; } = true;

    public int Mutated => Volatile.Read(ref mutated);

    /// <summary>The newest changed answers, for messages.</summary>
    public string Last => string.Join('\n', last);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var random = new Random(unchecked(seed + (Interlocked.Increment(ref answers) * 7919)));
        if (!IsOn || random.NextDouble() >= share)
        {
            return answer;
        }

        Interlocked.Increment(ref mutated);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var type = answer.Content.Headers.ContentType?.ToString() ?? "application/json";
        switch (random.Next(10))
        {
            case 0:
                answer.StatusCode = Statuses[random.Next(Statuses.Length)];
                break;
            case 1:
                type = Types[random.Next(Types.Length)];
                break;
            default:
                body = JsonMutator.Mutate(body, random);
                break;
        }

        answer.Content = new ByteArrayContent(body);
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        last.Enqueue($"{request.Method} {request.RequestUri?.PathAndQuery} -> {(int)answer.StatusCode} {type} {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 600)))}");
        if (last.Count > Kept)
        {
            last.TryDequeue(out _);
        }

        return answer;
    }
}
