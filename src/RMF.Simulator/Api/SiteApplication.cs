using RMF.Simulator.Events;
using RMF.Simulator.Http;
using RMF.Simulator.Identity;
using RMF.Simulator.Soap;

namespace RMF.Simulator.Api;

/// <summary>One site's answer to one request, faults included, the same for every transport.</summary>
internal sealed class SiteApplication(TokenService tokens, IdentityProvider identity, ServerCommandService commands, EventHub events, RestApi rest, RequestPipeline pipeline)
{
    public Task<SimResponse> HandleAsync(SimRequest request, CancellationToken cancel) => pipeline.HandleAsync(request, isRecorder: null, tokens.ExpireAll, Dispatch, cancel);

    private SimResponse Dispatch(SimRequest request)
    {
        if ((identity.Handle(request) ?? commands.Handle(request) ?? events.Handle(request)) is { } answer)
        {
            return answer;
        }

        return RestApi.Serves(request.Path) ? rest.Handle(request) : Answers.NoPage();
    }
}
