namespace RMF.Simulator;

/// <summary>A fault that is set on a site, and how often it has struck so far.</summary>
public sealed class ActiveFault
{
    private int seen;
    private int struck;

    internal ActiveFault(int id, Fault fault, int seed)
    {
        Id = id;
        Fault = fault;
        Chance = new Random(seed);
    }

    /// <summary>Number of the fault on its site, from 1.</summary>
    public int Id { get; }

    public Fault Fault { get; }

    /// <summary>How often it has struck.</summary>
    public int Struck => Volatile.Read(ref struck);

    internal Random Chance { get; }

    /// <summary>Counts a fitting request and says whether the fault strikes it. Call under the set's lock.</summary>
    internal bool Draw()
    {
        if (seen++ < Fault.Skip || struck >= Fault.Count || (Fault.Probability < 1 && Chance.NextDouble() >= Fault.Probability))
        {
            return false;
        }

        struck++;
        return true;
    }
}
