namespace RMF.XProtect.Identity;

/// <summary>A token and when a new one should be had. Compared by reference: the same text may be handed out twice.</summary>
internal sealed class BearerToken
{
    /// <summary>Tokens are renewed this long before they expire, or at the last fifth of a short life.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(10);

    private string? header;

    public BearerToken(string value, DateTimeOffset expires, TimeSpan life)
    {
        Value = value;
        Expires = expires;
        var fifth = TimeSpan.FromTicks(life.Ticks / 5);
        RenewAt = expires - (fifth < RenewalMargin ? fifth : RenewalMargin);
    }

    private BearerToken(string value, DateTimeOffset expires, DateTimeOffset renewAt)
    {
        Value = value;
        Expires = expires;
        RenewAt = renewAt;
    }

    public string Value { get; }

    /// <summary>The authorization header that says it; made once, because a snapshot sends it a hundred thousand times.</summary>
    public string Header => header ??= "Bearer " + Value;

    public DateTimeOffset Expires { get; }

    public DateTimeOffset RenewAt { get; }

    /// <summary>True for what can be a token: visible ASCII characters alone (RFC 6750 section 2.1 knows fewer).</summary>
    public static bool IsOne(string text) => text.Length > 0 && text.All(static c => c is > ' ' and <= '~');

    /// <summary>The same token, to be renewed a little later because the identity provider is away; never after its end.</summary>
    public BearerToken PutOff(DateTimeOffset now) => new(Value, Expires, now + NextTry < Expires ? now + NextTry : Expires);

    /// <summary>Never the token.</summary>
    public override string ToString() => "***";
}
