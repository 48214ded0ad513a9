using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>The cameras of both sides, as far as the sides answer. Immutable.</summary>
/// <param name="Cameras">In the order of the primary's reading, then what the secondary alone has.</param>
/// <param name="Sites">The sites that answer, by name.</param>
/// <param name="Away">The policy's other sites, and why they do not answer where that is known.</param>
public sealed record CameraReach(IReadOnlyList<OperatorCamera> Cameras, IReadOnlyDictionary<string, ISite> Sites, IReadOnlyDictionary<string, SiteError?> Away)
{
    /// <summary>True when every site answered. Otherwise pairs are those of the last run, and cameras of a side that is away are known by their pair alone.</summary>
    public bool IsWhole => Away.Count == 0;

    /// <summary>Why a site cannot be asked.</summary>
    public SiteError WhyAway(string site) => Away.TryGetValue(site, out var error) && error is not null
        ? error
        : new SiteError(SiteErrorKind.Unreachable, site, "log in", $"{site}: nobody is logged in there.", "Test-RmfSite looks at the site.");

    /// <summary>The camera as it is known now, by its id on a side; null when it is gone.</summary>
    public OperatorCamera? Find(Side side, SideCamera camera) => (index ??= Index()).TryGetValue((side, camera.Site, camera.Id), out var found) ? found : null;

    private Dictionary<(Side Side, string Site, string Id), OperatorCamera>? index;

    private Dictionary<(Side Side, string Site, string Id), OperatorCamera> Index()
    {
        var made = new Dictionary<(Side Side, string Site, string Id), OperatorCamera>();
        foreach (var camera in Cameras)
        {
            foreach (var side in new[] { Side.Primary, Side.Secondary })
            {
                if (camera.On(side) is { } on)
                {
                    made[(side, on.Site, on.Id)] = camera;
                }
            }
        }

        return made;
    }
}
