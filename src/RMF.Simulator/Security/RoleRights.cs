using RMF.Simulator.Store;

namespace RMF.Simulator.Security;

/// <summary>What one role may do, as the site keeps it beside the role's fields. Changed under the store's lock alone.</summary>
internal sealed class RoleRights
{
    /// <summary>The permissions on one object. Names as clients of the SDK see them.</summary>
    public static readonly IReadOnlyList<string> OfCamera =
        ["EXPORT", "GENERIC_READ", "PLAYBACK", "PTZ_MANUAL", "PTZ_PATROLLING", "PTZ_PRESETS", "READ_SEQUENCES", "START_RECORDING", "STOP_RECORDING", "VIEW_LIVE"];

    /// <summary>Of microphones, speakers and metadata.</summary>
    public static readonly IReadOnlyList<string> OfRecorded = ["EXPORT", "GENERIC_READ", "PLAYBACK", "READ_SEQUENCES", "START_RECORDING", "STOP_RECORDING", "VIEW_LIVE"];

    public static readonly IReadOnlyList<string> OfInput = ["GENERIC_READ"];

    public static readonly IReadOnlyList<string> OfOutput = ["GENERIC_READ", "OUTPUT_ACTIVATE"];

    public static readonly IReadOnlyList<string> OfViewGroup = ["DELETE", "GENERIC_READ", "GENERIC_WRITE"];

    /// <summary>The permissions in one namespace of overall security.</summary>
    public static readonly IReadOnlyList<string> OfNamespace = ["FULL_CONTROL", "GENERIC_READ", "GENERIC_WRITE"];

    /// <summary>Security namespaces: ids are the same on every site.</summary>
    public static readonly IReadOnlyList<(string Id, string Name)> Namespaces =
    [
        ("623d03f8-c5d5-46bc-a2f4-4c03562d4f85", "Cameras"),
        ("e9914e39-a67a-496c-a3c1-5b4aaab28f15", "Namespace 1"),
        ("9710735d-eb10-44ea-888d-fa8ab05a6433", "Namespace 2"),
        ("6339122c-04f5-41f2-b3e3-3555997cfcef", "Namespace 3"),
    ];

    private readonly Dictionary<Guid, HashSet<string>> objects = [];
    private readonly Dictionary<(Guid Namespace, string Permission), string> overall = [];

    public static RoleRights Of(SiteObject role) => (RoleRights)(role.Extra ??= new RoleRights());

    public static IReadOnlyList<string> PermissionsOf(SiteObject item) => item.Resource.Name switch
    {
        "cameras" => OfCamera,
        "inputEvents" => OfInput,
        "outputs" => OfOutput,
        "viewGroups" => OfViewGroup,
        _ => OfRecorded,
    };

    public bool Has(SiteObject item, string permission) => objects.TryGetValue(item.Id, out var held) && held.Contains(permission);

    public void Set(SiteObject item, string permission, bool held)
    {
        if (!objects.TryGetValue(item.Id, out var set))
        {
            objects[item.Id] = set = new HashSet<string>(StringComparer.Ordinal);
        }

        _ = held ? set.Add(permission) : set.Remove(permission);
    }

    /// <summary><c>Allow</c>, <c>Deny</c> or <c>None</c>.</summary>
    public string Overall(Guid securityNamespace, string permission) => overall.GetValueOrDefault((securityNamespace, permission), "None");

    public void SetOverall(Guid securityNamespace, string permission, string value) => overall[(securityNamespace, permission)] = value;
}
