using System.Globalization;
using RMF.Simulator.Building;
using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>Gives out a token that recorders take.</summary>
internal sealed class LoginOperation : IServerOperation
{
    public bool NeedsToken => false;

    public SimResponse Run(ServerCall call) => call.Id("instanceId") is null
        ? SoapCall.Refuse("The instance id is no id.")
        : call.Result(
            call.Make("RegistrationTime", call.State.Clock.Now.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)),
            call.Make("TimeToLive", call.Make("MicroSeconds", (long)call.Tokens.Lifetime.TotalMicroseconds)),
            call.Make("TimeToLiveLimited", "false"),
            call.Make("Token", call.Tokens.Issue(SiteBuilder.HostOf(call.State.World.Name))));
}
