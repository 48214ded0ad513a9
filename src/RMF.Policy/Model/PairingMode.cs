namespace RMF.Policy;

/// <summary>How cameras find their counterpart.</summary>
public enum PairingMode
{
    /// <summary>Whole recorders are paired by <see cref="RedundancyPolicy.Links"/>. The default.</summary>
    Auto,

    /// <summary>Cameras are mapped one by one by <see cref="RedundancyPolicy.Cameras"/>.</summary>
    Manual,
}
