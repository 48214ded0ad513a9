namespace RMF.Simulator;

/// <summary>Which XProtect release a simulated site behaves like. Ordered: a later release has what an earlier one has.</summary>
public enum Personality
{
    /// <summary>Numbers are sent as strings; cameras have neither ptzEnabled nor failoverSetting.</summary>
    V2023R2,

    V2025R1,

    V2025R2,

    /// <summary>What a newer interface document than 2025 R2 declares, in a release not known by name.</summary>
    Next,
}
