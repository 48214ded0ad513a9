namespace RMF.Simulator;

/// <summary>
/// One thing that goes wrong. It strikes requests that fit <see cref="Method"/> and <see cref="Path"/>: after <see cref="Skip"/> fitting
/// ones, at most <see cref="Count"/> times, each time with <see cref="Probability"/>. Standing kinds hold for as long as they are listed.
/// Immutable.
/// </summary>
public sealed record Fault
{
    public required FaultKind Kind { get; init; }

    /// <summary>HTTP method in capitals. Default: any.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Path pattern, <c>*</c> for any characters, case-insensitive: of the REST interface without <c>/api/rest/v1</c> (<c>/cameras/*</c>),
    /// otherwise the whole path (<c>/api/idp/*</c>). The query takes part only where the pattern holds a question mark. A SOAP operation
    /// stands behind its path (<c>*#SequencesGet</c>). Default: any.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Fitting requests that pass first. Default: 0.</summary>
    public int Skip { get; init; }

    /// <summary>How often it strikes. Default: without end.</summary>
    public int? Count { get; init; }

    /// <summary>0 to 1, drawn from the site's seed. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Time of a latency, per object of a slow bulk read, or of a clock's error.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Up to this much more, drawn from the site's seed. Of a stream: the sigma of how much later a frame comes.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Status of an error. Default: 503.</summary>
    public int Status { get; init; } = 503;

    /// <summary>True: the error's body is the web server's page, not JSON.</summary>
    public bool Html { get; init; }

    /// <summary>Name or id of a recorder, or address of a device. Of a fault of requests: the recorder whose own requests it strikes. Of a stream's fault: name or id of a recorder or a camera; null = all.</summary>
    public string? Target { get; init; }

    /// <summary>Of a throttled stream. Default: 0, which only that kind needs otherwise.</summary>
    public int BytesPerSecond { get; init; }

    /// <summary>True for what strikes live streams and not requests.</summary>
    public bool IsOfStreams => Kind is >= FaultKind.StreamKill and <= FaultKind.StreamToken;

    /// <summary>Each answer is late.</summary>
    public static Fault Latency(TimeSpan delay, TimeSpan jitter = default) => new() { Kind = FaultKind.Latency, Delay = delay, Jitter = jitter };

    /// <summary>An error status.</summary>
    public static Fault Error(int status, bool html = false, int? count = null) => new() { Kind = FaultKind.ErrorStatus, Status = status, Html = html, Count = count };

    /// <summary>A fault of any kind on some requests.</summary>
    public static Fault On(FaultKind kind, string? method = null, string? path = null, int skip = 0, int? count = 1) =>
        new() { Kind = kind, Method = method, Path = path, Skip = skip, Count = count };

    public static Fault RecorderOffline(string nameOrId) => new() { Kind = FaultKind.RecorderOffline, Target = nameOrId };

    public static Fault CameraUnreachable(string address) => new() { Kind = FaultKind.CameraUnreachable, Target = address };

    public static Fault ClockSkew(TimeSpan skew) => new() { Kind = FaultKind.ClockSkew, Delay = skew };

    /// <summary>Driver settings come from the device: about 300 ms each on a real site.</summary>
    public static Fault SlowDriverSettings(TimeSpan delay) => new() { Kind = FaultKind.Latency, Method = "GET", Path = "*hardwareDriverSettings*", Delay = delay };

    /// <summary>Lists cost time per object.</summary>
    public static Fault SlowBulkRead(TimeSpan perObject) => new() { Kind = FaultKind.SlowBulkRead, Delay = perObject };

    /// <summary>A fault of live streams.</summary>
    /// <param name="kind">One of the kinds of streams and frames.</param>
    /// <param name="target">Name or id of a recorder or a camera; null = all.</param>
    public static Fault OfStream(FaultKind kind, string? target = null) => new() { Kind = kind, Target = target };

    /// <summary>Frames come later, each by a time of its own.</summary>
    public static Fault StreamJitter(TimeSpan sigma, string? target = null) => new() { Kind = FaultKind.StreamJitter, Jitter = sigma, Target = target };

    /// <summary>Some frames are left out.</summary>
    public static Fault FrameLoss(double probability, string? target = null) => new() { Kind = FaultKind.FrameLoss, Probability = probability, Target = target };
}
