using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Makes an account a member of a role, by its SID. A real site asks the domain for the name; here the SID is the name.</summary>
internal sealed class AddRoleMemberTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        var sid = call.Arguments.Text("sid");
        var state = call.Context.State;
        if (call.Target.Children("users").Any(u => string.Equals(u["sid"] as string, sid, StringComparison.OrdinalIgnoreCase)))
        {
            return call.Refuse("Bad Request - sid: the account is a member already.", "sid");
        }

        var known = state.Store.All("users").FirstOrDefault(u => string.Equals(u["sid"] as string, sid, StringComparison.OrdinalIgnoreCase));
        var made = state.Store.Add("users", state.Ids.Next(), call.Target);
        made["displayName"] = known?["displayName"] ?? sid;
        made["accountName"] = known?["accountName"] ?? sid;
        made["domain"] = known?["domain"] ?? "";
        made["identityType"] = known?["identityType"] ?? "WindowsUser";
        made["sid"] = sid;
        call.Target["lastModified"] = state.Now;
        return call.Success();
    }
}
