namespace RMF.Core.Planning.Guards;

/// <summary>A site's device licences.</summary>
/// <param name="Used">Devices that hold one or will need one at the next activation.</param>
/// <param name="Total">How many the site owns.</param>
public readonly record struct DeviceLicenses(long Used, long Total)
{
    /// <summary>How many more devices can be added; 0 where all are used.</summary>
    public long Free => Math.Max(0, Total - Used);
}
