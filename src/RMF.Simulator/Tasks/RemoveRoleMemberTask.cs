using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Takes an account out of a role.</summary>
internal sealed class RemoveRoleMemberTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        var state = call.Context.State;
        if (state.Store.Find("users", call.Arguments.Id("itemSelection")) is not { } user || !ReferenceEquals(user.Parent, call.Target))
        {
            return call.Refuse("Bad Request - the account is no member", "itemSelection");
        }

        state.Store.Remove(user);
        call.Target["lastModified"] = state.Now;
        return call.Success();
    }
}
