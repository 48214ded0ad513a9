using RMF.Engine.Ports;

namespace RMF.XProtect.Identity;

/// <summary>
/// The tokens of a federated child: its parent's for as long as the child takes them, from the first refusal on its own. The parent's token
/// is never sent over http where the parent is reached by https. Thread-safe: <see cref="TokenSource"/> asks one at a time.
/// </summary>
internal sealed class ParentTicket
{
    private readonly XProtectSite? parent;
    private readonly TokenSource own;
    private BearerToken? lent;
    private BearerToken? made;
    private volatile bool isOwn;

    private ParentTicket(XProtectSite? parent, TokenSource own, TimeProvider time)
    {
        this.parent = parent;
        this.own = own;
        Tokens = parent is null ? own : new TokenSource(time, LogInAsync);
    }

    public TokenSource Tokens { get; }

    /// <param name="connection">The site, and its parent if it has one.</param>
    /// <param name="own">The site's own log-in; stays the caller's to dispose of.</param>
    /// <param name="time">Tells when a token is due.</param>
    public static ParentTicket Of(SiteConnection connection, TokenSource own, TimeProvider time)
        => new(connection.Parent as XProtectSite is { } above && IsSafe(above, connection) ? above : null, own, time);

    /// <summary>Says which log-in was used, where there was a choice.</summary>
    public SiteInfo Describe(SiteInfo info, SiteConnection connection)
    {
        if (parent is null)
        {
            return connection.Parent is null ? info : info with { LogIn = $"a token of its own: that of {connection.Parent.Info.Name} is not sent over {connection.Uri.Scheme}" };
        }

        return isOwn
            ? info with { LogIn = $"a token of its own: that of {parent.Info.Name} was refused" }
            : info with { LogIn = $"the token of {parent.Info.Name}", Account = parent.Info.Account };
    }

    private static bool IsSafe(XProtectSite parent, SiteConnection child) => parent.Info.Uri.Scheme != Uri.UriSchemeHttps || child.Uri.Scheme == Uri.UriSchemeHttps;

    private async Task<Outcome<BearerToken>> LogInAsync(CancellationToken cancellationToken)
    {
        // The same token as before means that the site has refused it: there is none better.
        if (!isOwn && await LendAsync(cancellationToken).ConfigureAwait(false) is { } token && !ReferenceEquals(token, lent))
        {
            lent = token;
            return token;
        }

        isOwn = true;
        var outcome = await own.GetAsync(made, cancellationToken).ConfigureAwait(false);
        made = outcome.Value;
        return outcome;
    }

    private async Task<BearerToken?> LendAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await parent!.TokenAsync(cancellationToken).ConfigureAwait(false)).Value;
        }
        catch (ObjectDisposedException)
        {
            // The parent was logged out; the child goes on by itself.
            return null;
        }
    }
}
