using System.Xml.Linq;
using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.ImageServer;

namespace RMF.Simulator.Soap;

/// <summary>A recorder's SOAP service, faults included, the same for every transport.</summary>
internal sealed class RecorderCommandService(RecorderServices services, RequestPipeline pipeline)
{
    private const string Path = "/recordercommandservice/recordercommandservice.asmx";
    private static readonly XNamespace Commands = "http://videoos.net/2/XProtectCSRecorderCommand";

    public RecorderServices Services => services;

    public static bool Serves(string path) => string.Equals(path.TrimEnd('/'), Path, StringComparison.OrdinalIgnoreCase);

    public Task<SimResponse> HandleAsync(SimRequest request, CancellationToken cancel) =>
        pipeline.HandleAsync(request, services.IsNamed, services.Tokens.ExpireAll, Answer, cancel);

    private SimResponse Answer(SimRequest request)
    {
        if (services.IsSilent)
        {
            return new SimResponse { Status = Answers.Ok, Delivery = Delivery.Nothing };
        }

        if (!Serves(request.Path) || request.Method != "POST")
        {
            return Answers.NoPage();
        }

        if (SoapMessage.Operation(request) is not { } element)
        {
            return Answers.HtmlPage(Answers.BadRequest, "Bad Request");
        }

        var call = new RecorderCall(element, services);
        if ((services.TakesNoToken ? SoapMessage.BadToken() : SoapMessage.TokenProblem(call.Token, services.Tokens)) is { } refusal)
        {
            return refusal;
        }

        return call.Namespace == Commands && RecorderOperations.All.GetValueOrDefault(call.Operation) is { } operation
            ? operation.Run(call)
            : SoapMessage.Unknown(call.Operation);
    }
}
