using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>Takes a token back.</summary>
internal sealed class LogoutOperation : IServerOperation
{
    public bool NeedsToken => false;

    public SimResponse Run(ServerCall call)
    {
        if (call.Token is { } token)
        {
            call.Tokens.Forget(token);
        }

        return call.Done();
    }
}
