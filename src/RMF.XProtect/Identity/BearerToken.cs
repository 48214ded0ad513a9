namespace RMF.XProtect.Identity;

/// <summary>A token and when a new one should be had. Compared by reference: the same text may be handed out twice.</summary>
internal sealed class BearerToken
{
    /// <summary>Tokens are renewed this long before they expire, or at the last fifth of a short life.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromSeconds(60);

    public BearerToken(string value, DateTimeOffset expires, TimeSpan life)
    {
        Value = value;
        Expires = expires;
        var fifth = TimeSpan.FromTicks(life.Ticks / 5);
        RenewAt = expires - (fifth < RenewalMargin ? fifth : RenewalMargin);
    }

    public string Value { get; }

    public DateTimeOffset Expires { get; }

    public DateTimeOffset RenewAt { get; }

    /// <summary>Never the token.</summary>
    public override string ToString() => "***";
}
