using RMF.Engine.Ports;
using RMF.XProtect.Errors;

namespace RMF.XProtect.Identity;

/// <summary>
/// Hands out the site's token and gets a new one before it expires or when the site refused it, one log-in at a time however many ask.
/// A refused password is never sent twice: accounts lock. Thread-safe.
/// </summary>
internal sealed class TokenSource : IDisposable
{
    /// <summary>How long a lent token is used before its owner is asked again.</summary>
    private static readonly TimeSpan LentFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim single = new(1);
    private readonly TimeProvider time;
    private readonly Func<CancellationToken, Task<Outcome<BearerToken>>> logIn;
    private volatile BearerToken? current;
    private volatile SiteError? refusal;
    private volatile Failure? failure;

    /// <param name="time">Tells when a token is due.</param>
    /// <param name="logIn">Asks the identity provider.</param>
    public TokenSource(TimeProvider time, Func<CancellationToken, Task<Outcome<BearerToken>>> logIn)
    {
        this.time = time;
        this.logIn = logIn;
    }

    /// <param name="refused">The token that the site just answered 401 to; null = none.</param>
    /// <param name="cancellationToken">Ends the waiting and the log-in.</param>
    public ValueTask<Outcome<BearerToken>> GetAsync(BearerToken? refused, CancellationToken cancellationToken)
        => Usable(refused) is { } ready ? new(ready) : new(LogInAsync(refused, cancellationToken));

    private async Task<Outcome<BearerToken>> LogInAsync(BearerToken? refused, CancellationToken cancellationToken)
    {
        var failureBefore = failure;
        await single.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Usable(refused) is { } renewed)
            {
                return renewed;
            }

            if (refusal is { } known)
            {
                return known;
            }

            if (failure is { } meanwhile && !ReferenceEquals(meanwhile, failureBefore))
            {
                // The log-in that this caller waited for has just failed with all its retries; its own would fare no better.
                return meanwhile.Error;
            }

            var outcome = await logIn(cancellationToken).ConfigureAwait(false);
            if (outcome.TryGet(out var token))
            {
                current = token;
                return token;
            }

            if (outcome.Error!.Kind is SiteErrorKind.InvalidCredentials or SiteErrorKind.Unauthorized)
            {
                refusal = outcome.Error;
            }
            else if (current is { } old && !ReferenceEquals(old, refused) && time.GetUtcNow() < old.Expires)
            {
                // The renewal was early on purpose: the old token still does while the identity provider is away.
                return current = old.PutOff(time.GetUtcNow());
            }

            failure = new Failure(outcome.Error);
            return outcome;
        }
        finally
        {
            single.Release();
        }
    }

    public void Dispose() => single.Dispose();

    private BearerToken? Usable(BearerToken? refused)
        => current is { } token && !ReferenceEquals(token, refused) && time.GetUtcNow() < token.RenewAt ? token : null;

    /// <summary>A token that was handed in: it cannot be renewed, so its refusal is final.</summary>
    public static TokenSource TakenOver(TimeProvider time, SiteErrors errors, Secret token)
    {
        var handedOut = false;
        return new TokenSource(time, _ =>
        {
            Outcome<BearerToken> outcome;
            if (!BearerToken.IsOne(token.Reveal()))
            {
                outcome = errors.Make(SiteErrorKind.Unauthorized, "log in", "The access token that was handed in is empty or holds a character that no token has, such as a space or a line break.", Advice.TokenMangled);
            }
            else if (handedOut)
            {
                outcome = errors.Make(SiteErrorKind.Unauthorized, "log in", "The access token that was handed in was refused; it has expired or is not this site's.", Advice.TokenTakenOver);
            }
            else
            {
                outcome = new BearerToken(token.Reveal(), DateTimeOffset.MaxValue, TimeSpan.Zero);
                handedOut = true;
            }

            return Task.FromResult(outcome);
        });
    }

    /// <summary>A token that another program keeps fresh. Its refusal is not final: the other program may have a new one soon.</summary>
    public static TokenSource Lent(TimeProvider time, SiteErrors errors, Func<Secret?> current)
    {
        Secret? last = null;
        var due = DateTimeOffset.MinValue;
        return new TokenSource(time, _ =>
        {
            var now = time.GetUtcNow();
            var token = current() is { } held && BearerToken.IsOne(held.Reveal()) ? held : null;
            Outcome<BearerToken> outcome;
            if (token is null || (last is not null && token.IsSameAs(last) && now < due))
            {
                outcome = errors.Make(
                    SiteErrorKind.Forbidden,
                    "log in",
                    token is null ? "The program that lends its log-in has no token for this site." : "The site refused the token of the program that lends its log-in.",
                    Advice.TokenLent);
            }
            else
            {
                last = token;
                due = now + LentFor;
                outcome = new BearerToken(token.Reveal(), due, TimeSpan.Zero);
            }

            return Task.FromResult(outcome);
        });
    }

    /// <summary>One failed log-in; told apart by reference.</summary>
    private sealed class Failure(SiteError error)
    {
        public SiteError Error { get; } = error;
    }
}
