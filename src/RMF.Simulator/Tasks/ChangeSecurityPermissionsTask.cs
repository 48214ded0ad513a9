using RMF.Simulator.Http;
using RMF.Simulator.Security;

namespace RMF.Simulator.Tasks;

/// <summary>What a role may do with one object. Without permissions in the body it tells what holds; with some it sets those.</summary>
internal sealed class ChangeSecurityPermissionsTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        if (call.Context.State.Store.Find("roles", call.Arguments.Id("userPath")) is not { } role)
        {
            return call.Refuse("Bad Request - unknown role", "userPath");
        }

        var rights = RoleRights.Of(role);
        var known = RoleRights.PermissionsOf(call.Target);
        foreach (var (name, value) in call.Arguments.Others)
        {
            if (!known.Contains(name, StringComparer.Ordinal) || !bool.TryParse(value, out _))
            {
                return call.Refuse($"Bad Request - {name}: there is no such permission, or the value is none.", name);
            }
        }

        foreach (var (name, value) in call.Arguments.Others)
        {
            rights.Set(call.Target, name, bool.Parse(value));
        }

        return call.Success([.. known.Select(p => (p, (object)(rights.Has(call.Target, p) ? "True" : "False")))]);
    }
}
