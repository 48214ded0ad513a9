using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Reads the sites below a site and where each can be reached. Used once.</summary>
internal sealed class ChildSiteReading(SiteSession session)
{
    /// <summary>Federations of real installations have a few dozen sites; a server that names more is not believed.</summary>
    public const int MostSites = 1_000;

    private const string Resource = "childSites";

    private readonly Dictionary<string, ChildSite> found = new(StringComparer.Ordinal);

    public async Task<Outcome<IReadOnlyList<ChildSite>>> RunAsync(CancellationToken cancellationToken)
    {
        // Level by level: a child's own children hang below it.
        var paths = new Queue<string>([Resource]);
        while (paths.Count > 0)
        {
            var listed = await ReadAsync(paths.Dequeue(), cancellationToken).ConfigureAwait(false);
            if (listed.Error is { } error)
            {
                return error.Kind == SiteErrorKind.NotFound ? Outcome<IReadOnlyList<ChildSite>>.Of(found.Values.ToList()) : error;
            }

            foreach (var (id, name) in listed.Value!)
            {
                if (found.ContainsKey(id))
                {
                    continue;
                }

                if (found.Count >= MostSites)
                {
                    return session.Errors.Make(SiteErrorKind.UnexpectedAnswer, $"GET {Resource}", FormattableString.Invariant($"{session.Site}: the federation has more than {MostSites} sites."));
                }

                var addresses = await ReadAddressesAsync(id, cancellationToken).ConfigureAwait(false);
                if (addresses.Error is { } unknown)
                {
                    return unknown;
                }

                found[id] = new ChildSite(name, id, addresses.Value!);
                paths.Enqueue($"{Resource}/{id}/{Resource}");
            }
        }

        return Outcome<IReadOnlyList<ChildSite>>.Of(found.Values.ToList());
    }

    private Task<Outcome<List<(string Id, string Name)>>> ReadAsync(string path, CancellationToken cancellationToken)
        => ReadAsync(path, site => TextOf(site, "id") is { Length: > 0 } id ? ((string, string)?)(Ids.Normalise(id), TextOf(site, "displayName") ?? id) : null, cancellationToken);

    private async Task<Outcome<IReadOnlyList<Uri>>> ReadAddressesAsync(string id, CancellationToken cancellationToken)
    {
        var read = await ReadAsync<Told>(
            $"{Resource}/{id}/siteAddresses",
            address => Uri.TryCreate(TextOf(address, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new Told(url, TextOf(address, "addressType") ?? string.Empty) : null,
            cancellationToken).ConfigureAwait(false);

        // https first, then as the server's own network sees it.
        return read.Error is { } error
            ? error
            : Outcome<IReadOnlyList<Uri>>.Of(read.Value!.OrderBy(t => t.Url.Scheme != Uri.UriSchemeHttps).ThenBy(t => t.Type == "Server").ThenBy(t => t.Type == "External").Select(t => t.Url).Distinct().ToList());
    }

    private Task<Outcome<List<T>>> ReadAsync<T>(string path, Func<JsonElement, T?> parse, CancellationToken cancellationToken)
        where T : struct
        => ReadAsync(path, element => parse(element) is { } value ? (true, value) : (false, default), cancellationToken);

    private async Task<Outcome<List<T>>> ReadAsync<T>(string path, Func<JsonElement, (bool IsThere, T Value)> parse, CancellationToken cancellationToken)
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
                return document.RootElement.GetProperty("array").EnumerateArray().Select(parse).Where(p => p.IsThere).Select(p => p.Value).ToList();
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without a list");
            }
        }
    }

    private static string? TextOf(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.TextOrNull() : null;

    private readonly record struct Told(Uri Url, string Type);
}
