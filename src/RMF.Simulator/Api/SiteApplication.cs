using System.Globalization;
using RMF.Simulator.Faults;
using RMF.Simulator.Http;
using RMF.Simulator.Identity;
using RMF.Simulator.Json;
using RMF.Simulator.Tasks;

namespace RMF.Simulator.Api;

/// <summary>One site's answer to one request, faults included, the same for every transport.</summary>
internal sealed class SiteApplication(
    SiteState state, FaultSet faults, TokenService tokens, IdentityProvider identity, ServerCommandService commands, RestApi rest, TaskTable tasks, RequestLog requests)
{
    private static readonly (string, string)[] PageHeaders =
    [
        ("Cache-Control", "no-cache"), ("Pragma", "no-cache"), ("Expires", "-1"),
        ("Server", "Microsoft-IIS/10.0"), ("X-AspNet-Version", "4.0.30319"), ("X-Powered-By", "ASP.NET"),
    ];

    public async Task<SimResponse> HandleAsync(SimRequest request, CancellationToken cancel)
    {
        var number = requests.Arrive();
        var at = state.Options.TimeProvider.GetUtcNow();
        var strikes = faults.Strikes(request);
        foreach (var late in strikes.Where(s => s.Fault.Kind == FaultKind.Latency && s.Delay > TimeSpan.Zero))
        {
            await Task.Delay(late.Delay, state.Options.TimeProvider, cancel).ConfigureAwait(false);
        }

        if (strikes.Any(s => s.Fault.Kind == FaultKind.ExpireTokens))
        {
            tokens.ExpireAll();
        }

        tasks.Settle();
        var response = Before(strikes) ?? After(Dispatch(request), strikes);
        if (strikes.FirstOrDefault(s => s.Fault.Kind == FaultKind.SlowBulkRead) is { } slow && BulkCount.Of(response) is > 0 and var objects)
        {
            await Task.Delay(slow.Delay * objects, state.Options.TimeProvider, cancel).ConfigureAwait(false);
        }

        var entry = requests.Add(number, request, response.Delivery == Delivery.Reset ? 0 : response.Status, at);
        if (state.Options.Log is not null)
        {
            state.Log(string.Create(CultureInfo.InvariantCulture, $"{entry.Method} {entry.Target} -> {(entry.Status == 0 ? "reset" : entry.Status)}"));
        }

        return response with
        {
            Headers = [.. response.Headers, .. PageHeaders.Where(h => !response.Headers.Any(own => own.Name == h.Item1)), ("Date", state.Clock.Now.ToString("R", CultureInfo.InvariantCulture))],
        };
    }

    private static SimResponse? Before(IReadOnlyList<FaultStrike> strikes)
    {
        foreach (var (fault, _) in strikes)
        {
            switch (fault.Kind)
            {
                case FaultKind.ErrorStatus:
                    return fault.Html ? Answers.HtmlPage(fault.Status, "Service Unavailable") : Answers.Error(fault.Status, "The service is unavailable.");
                case FaultKind.ResetBeforeEffect:
                    return new SimResponse { Status = Answers.Ok, Delivery = Delivery.Reset };
                case FaultKind.HtmlPage:
                    return Answers.HtmlPage(Answers.Ok, "Maintenance");
                case FaultKind.EmptyList:
                    return Answers.Of(new JsonText().Object().Name("array").Array().EndArray().EndObject());
            }
        }

        return null;
    }

    private static SimResponse After(SimResponse response, IReadOnlyList<FaultStrike> strikes)
    {
        foreach (var (fault, _) in strikes)
        {
            response = fault.Kind switch
            {
                FaultKind.ResetAfterEffect => response with { Delivery = Delivery.Reset },
                FaultKind.HalfAnswer => response with { Delivery = Delivery.Half },
                FaultKind.Stall => response with { Delivery = Delivery.Stall },
                FaultKind.PartialPage => ShortList.Of(response),
                _ => response,
            };
        }

        return response;
    }

    private SimResponse Dispatch(SimRequest request)
    {
        if ((identity.Handle(request) ?? commands.Handle(request)) is { } answer)
        {
            return answer;
        }

        return RestApi.Serves(request.Path) ? rest.Handle(request) : Answers.NoPage();
    }
}
