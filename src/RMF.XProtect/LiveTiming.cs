namespace RMF.XProtect;

/// <summary>Times of live streams. The defaults are for real sites; tests shorten them.</summary>
public sealed record LiveTiming
{
    /// <summary>Longest wait for a connection to a recorder, the TLS handshake included. Default 5 s; the site's own limit counts when it is shorter.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for a recorder's answer to a request. Default 5 s.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for the management server to give a token or a recorder's address. Default 10 s.</summary>
    public TimeSpan ManagementTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for a recorded picture: it may lie on a slow archive. Default 10 s.</summary>
    public TimeSpan PictureTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for a recorder's answer to an operation of its SOAP service. Default 30 s; the site's own limit counts when it is shorter.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A connection on which nothing has come for so long is given up and made anew. Default 15 s. It does not decide what a tile shows:
    /// that is the policy's reaction time, which is far shorter.
    /// </summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>First pause before connecting again, doubled each time and jittered by half. Default 250 ms.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest pause before connecting again, before the jitter. Default 5 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time from picture to picture where they come one by one. Default 1 s.</summary>
    public TimeSpan PictureInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long pictures come one by one until the stream is tried again. Default 30 s.</summary>
    public TimeSpan FallbackFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often silence and the end of the token are looked at. Default 250 ms.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromMilliseconds(250);
}
