using System.Collections.Concurrent;
using System.Xml.Linq;
using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.Identity;
using RMF.Simulator.Server;

namespace RMF.Simulator.ImageServer;

/// <summary>One recorder's port: image server and SOAP on the same one. Faults of the whole recorder close and open it.</summary>
internal sealed class RecorderPort : IAsyncDisposable
{
    private const string CommandService = "/recordercommandservice/recordercommandservice.asmx";
    private const int NoToken = 1;
    private const int BadToken = 2;
    private const int TokenFault = 20001;
    private const int NotSupported = 40000;

    private readonly ConcurrentDictionary<ImageServerSession, byte> sessions = new();
    private readonly RecorderServices services;
    private readonly SiteListener listener;

    public RecorderPort(RecorderServices services, ListenOptions options)
    {
        this.services = services;
        listener = new SiteListener(options, port: 0, AnswerAsync, services.State, ServeAsync);
    }

    public int Port => listener.Port;

    public void Start()
    {
        services.Faults.Changed += FaultsChanged;
        listener.Start();
        ApplyFaults();
    }

    public async ValueTask DisposeAsync()
    {
        services.Faults.Changed -= FaultsChanged;
        await listener.DisposeAsync().ConfigureAwait(false);
    }

    private void FaultsChanged(object? sender, EventArgs e) => ApplyFaults();

    private void ApplyFaults()
    {
        var isDead = services.IsDead;
        if (isDead || services.IsShut)
        {
            listener.GoAway(reset: isDead);
            return;
        }

        listener.ComeBack();
        foreach (var session in sessions.Keys)
        {
            session.ApplyFaults();
        }
    }

    private async Task ServeAsync(HttpConnection connection, Stream stream, byte first, CancellationToken cancel)
    {
        using var session = new ImageServerSession(services, connection, stream, first, cancel);
        sessions[session] = 0;
        try
        {
            await session.ServeAsync().ConfigureAwait(false);
        }
        finally
        {
            sessions.TryRemove(session, out _);
        }
    }

    private Task<SimResponse> AnswerAsync(SimRequest request, CancellationToken cancel) => Task.FromResult(Answer(request));

    private SimResponse Answer(SimRequest request)
    {
        if (!string.Equals(request.Path.TrimEnd('/'), CommandService, StringComparison.OrdinalIgnoreCase) || request.Method != "POST")
        {
            return Answers.NoPage();
        }

        if (SoapMessage.Operation(request) is not { } operation)
        {
            return Answers.HtmlPage(Answers.BadRequest, "Bad Request");
        }

        var token = operation.Elements().FirstOrDefault(static e => e.Name.LocalName == "token")?.Value;
        if (string.IsNullOrEmpty(token))
        {
            return SoapMessage.Fault(TokenFault, NoToken, "No token supplied");
        }

        return services.Tokens.EndOf(token) is null
            ? SoapMessage.Fault(TokenFault, BadToken, "Token invalid")
            : SoapMessage.Fault(NotSupported, 0, $"The operation {operation.Name.LocalName} is not supported.");
    }
}
