namespace RMF.Simulation.Tests.Operator;

/// <summary>The line to a site: it may be cut, refuse, or be told of each request.</summary>
internal sealed class Line
{
    private volatile bool isCut;

    /// <summary>Nothing gets through.</summary>
    public bool IsCut
    {
        get => isCut;
        set => isCut = value;
    }

    /// <summary>Looks at each request before it is sent; may answer in the site's stead, or throw.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Before { get; set; }

    public HttpMessageHandler Over(HttpMessageHandler site) => new Handler(this, site);

    private sealed class Handler(Line line, HttpMessageHandler site) : DelegatingHandler(site)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (line.IsCut)
            {
                throw new HttpRequestException("The line is cut.", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused));
            }

            return line.Before?.Invoke(request) is { } answer ? Task.FromResult(answer) : base.SendAsync(request, cancellationToken);
        }
    }
}
