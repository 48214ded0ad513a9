using System.Globalization;
using RMF.Simulator.Faults;
using RMF.Simulator.Http;
using RMF.Simulator.Tasks;

namespace RMF.Simulator.Api;

/// <summary>One request's way through a site or one of its recorders: faults, tasks that fall due, the answer, the log.</summary>
internal sealed class RequestPipeline(SiteState state, FaultSet faults, TaskTable tasks, RequestLog requests)
{
    private static readonly (string, string)[] PageHeaders =
    [
        ("Cache-Control", "no-cache"), ("Pragma", "no-cache"), ("Expires", "-1"),
        ("Server", "Microsoft-IIS/10.0"), ("X-AspNet-Version", "4.0.30319"), ("X-Powered-By", "ASP.NET"),
    ];

    /// <param name="request">What is asked.</param>
    /// <param name="isRecorder">Says whether a fault's target is the recorder that is asked; null = the site itself is.</param>
    /// <param name="expireTokens">Ends the tokens that are asked for here.</param>
    /// <param name="answer">Answers where no fault does.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<SimResponse> HandleAsync(SimRequest request, Func<string, bool>? isRecorder, Action expireTokens, Func<SimRequest, SimResponse> answer, CancellationToken cancel)
    {
        var number = requests.Arrive();
        var at = state.Options.TimeProvider.GetUtcNow();
        var strikes = faults.Strikes(request, isRecorder);
        foreach (var late in strikes.Where(s => s.Fault.Kind == FaultKind.Latency && s.Delay > TimeSpan.Zero))
        {
            await Task.Delay(late.Delay, state.Options.TimeProvider, cancel).ConfigureAwait(false);
        }

        if (strikes.Any(s => s.Fault.Kind == FaultKind.ExpireTokens))
        {
            expireTokens();
        }

        tasks.Settle();
        var response = Before(strikes) ?? After(answer(request), strikes);
        if (strikes.FirstOrDefault(s => s.Fault.Kind == FaultKind.SlowBulkRead) is { } slow && BulkCount.Of(response) is > 0 and var objects)
        {
            await Task.Delay(slow.Delay * objects, state.Options.TimeProvider, cancel).ConfigureAwait(false);
        }

        var entry = requests.Add(number, request, response.Delivery is Delivery.Reset or Delivery.Nothing ? 0 : response.Status, at);
        if (state.Options.Log is not null)
        {
            state.Log(string.Create(CultureInfo.InvariantCulture, $"{entry.Method} {entry.Target}{(entry.Operation is { } operation ? "#" + operation : "")} -> {(entry.Status == 0 ? "reset" : entry.Status)}"));
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
                    return Answers.Of(new Json.JsonText().Object().Name("array").Array().EndArray().EndObject());
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
}
