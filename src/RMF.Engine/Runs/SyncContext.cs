using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs;

/// <summary>What the steps of one run share: the sites, both sides as they were read, and how to compare them.</summary>
public sealed class SyncContext
{
    public SyncContext(SiteSet sites, PlanningInput input, PlanningOptions options, IHardwareCredentials credentials, IRunEvents events, TimeProvider time)
    {
        Sites = sites;
        Input = input;
        Options = options;
        Credentials = credentials;
        Events = events;
        Time = time;
    }

    public SiteSet Sites { get; }

    public PlanningInput Input { get; }

    public PlanningOptions Options { get; }

    public IHardwareCredentials Credentials { get; }

    public IRunEvents Events { get; }

    public TimeProvider Time { get; }

    public Side Source => Options.Direction.Source();

    public Side Target => Options.Direction.Target();

    /// <summary>A reader of leaves over the given sides; one per thread of work, because it is not thread-safe.</summary>
    /// <param name="newer">Finds items that were read or created in this run; null = there are none.</param>
    public LeafReader NewLeafReader(PlanningInput? input = null, Func<ItemKey, Item?>? newer = null)
        => new((input ?? Input).Translator(new Dictionary<ItemKey, string>(), newer), Options.Naming, Options.Categories, new PathPool());
}
