using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs;

/// <summary>What the steps of one run share: the sites, both sides as they were read, and how to compare them.</summary>
public sealed class SyncContext
{
    private static readonly SyncCategory[] AllCategories = (SyncCategory[])Enum.GetValues(typeof(SyncCategory));

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

    /// <summary>A reader of what the policy keeps equal, over the given sides; one per thread of work, because it is not thread-safe.</summary>
    public LeafReader NewLeafReader(PlanningInput input)
        => new(input.Translator(new Dictionary<ItemKey, string>()), Options.Naming, Options.Categories, new PathPool());

    /// <summary>
    /// A reader of all values, for carrying a plan out: a plan may hold more than the switches turn on, because a device of our own making is
    /// enabled and gets its streams' defaults in any case. One per thread of work.
    /// </summary>
    /// <param name="newer">Finds items that were read or created in this run.</param>
    public LeafReader NewWholeReader(Func<ItemKey, Item?> newer)
        => new(Input.Translator(new Dictionary<ItemKey, string>(), newer), Options.Naming, AllCategories, new PathPool());
}
