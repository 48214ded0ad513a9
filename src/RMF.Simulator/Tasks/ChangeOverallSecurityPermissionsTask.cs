using RMF.Simulator.Http;
using RMF.Simulator.Security;

namespace RMF.Simulator.Tasks;

/// <summary>What a role may do with all objects of one namespace. Without permissions in the body it tells what holds; with some it sets those.</summary>
internal sealed class ChangeOverallSecurityPermissionsTask : ITaskHandler
{
    private static readonly string[] Values = ["None", "Allow", "Deny"];

    public SimResponse Run(TaskCall call)
    {
        var asked = call.Arguments.Text("securityNamespace");
        if (!Guid.TryParse(asked, out var id) || !RoleRights.Namespaces.Any(n => Guid.Parse(n.Id) == id))
        {
            return call.Refuse("Bad Request - unknown security namespace", "securityNamespace");
        }

        var rights = RoleRights.Of(call.Target);
        foreach (var (name, value) in call.Arguments.Others)
        {
            if (!RoleRights.OfNamespace.Contains(name, StringComparer.Ordinal) || !Values.Contains(value, StringComparer.Ordinal))
            {
                return call.Refuse($"Bad Request - {name}: there is no such permission, or the value is none.", name);
            }
        }

        foreach (var (name, value) in call.Arguments.Others)
        {
            rights.SetOverall(id, name, value);
        }

        return call.Success([.. RoleRights.OfNamespace.Select(p => (p, (object)rights.Overall(id, p)))]);
    }
}
