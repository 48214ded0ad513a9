namespace RMF.Simulator.Building;

/// <summary>Version numbers that a site of each personality shows.</summary>
internal sealed record ReleaseVersions(string Product, string Site, string Recorder)
{
    public static ReleaseVersions Of(Personality personality) => personality switch
    {
        Personality.V2023R2 => new("23.2.1.1", "23.2.0.1", "23.2.11911.1"),
        Personality.V2025R1 => new("25.1.1804.1", "25.1.0.1", "25.1.1804.1"),
        Personality.V2025R2 => new("25.2.2207.1", "25.2.0.1", "25.2.2207.1"),
        _ => new("26.1.1001.1", "26.1.0.1", "26.1.1001.1"),
    };
}
