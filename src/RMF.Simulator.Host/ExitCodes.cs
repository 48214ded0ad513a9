namespace RMF.Simulator.Host;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>It was told to stop, and did.</summary>
    public const int Done = 0;

    /// <summary>It could not start, or broke.</summary>
    public const int Failed = 1;

    /// <summary>It was called wrongly: an argument, a world, a fault file or a certificate.</summary>
    public const int Usage = 2;
}
