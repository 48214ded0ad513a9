using System.Collections.Concurrent;
using RMF.Simulator.Store;

namespace RMF.Simulator.Identity;

/// <summary>
/// Tokens of the server command service, which recorders ask for. Each ends by itself; logging in again with it gives another one and
/// leaves it as it is. Thread-safe.
/// </summary>
internal sealed class ConnectionTokens(SiteClock clock, TimeSpan lifetime, IdSource ids)
{
    private const int MaxTokens = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> issued = new(StringComparer.Ordinal);
    private long count;

    public TimeSpan Lifetime => lifetime;

    public string Issue(string host)
    {
        var now = clock.Provider.GetUtcNow();
        if (issued.Count >= MaxTokens)
        {
            foreach (var (old, ends) in issued)
            {
                if (ends <= now)
                {
                    issued.TryRemove(old, out _);
                }
            }

            if (issued.Count >= MaxTokens)
            {
                issued.Clear();
            }
        }

        var token = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"TOKEN#{ids.Of($"connection/{Interlocked.Increment(ref count)}")}#{host}//ServerConnector#");
        issued[token] = now + lifetime;
        return token;
    }

    /// <summary>When the token ends; null where it is none of ours or has ended.</summary>
    public DateTimeOffset? EndOf(string? token) =>
        token is not null && issued.TryGetValue(token, out var ends) && clock.Provider.GetUtcNow() < ends ? ends : null;

    public bool Forget(string token) => issued.TryRemove(token, out _);

    /// <summary>Every token issued so far is no good from now on.</summary>
    public void ExpireAll() => issued.Clear();
}
