using System.Globalization;

namespace RMF.Policy.Publishing;

/// <summary>Ids of the options under which a site keeps what RMF publishes. They are the same on every site; never change one.</summary>
public static class PublishedOptions
{
    /// <summary>Where a reader begins.</summary>
    public static readonly Guid Head = new("6d0f2b7e-4c9a-4d1b-9a53-52d4f0c0a000");

    /// <summary>The override records.</summary>
    public static readonly Guid Overrides = new("6d0f2b7e-4c9a-4d1b-9a53-52d4f0c0b000");

    /// <summary>One part of a policy.</summary>
    /// <param name="slot">0 or 1.</param>
    /// <param name="part">From 0 up to <see cref="PolicyEnvelope.MostParts"/>.</param>
    public static Guid Part(int slot, int part)
        => new("6d0f2b7e-4c9a-4d1b-9a53-52d4f0c0" + (0xc000 + (slot * 0x1000) + part).ToString("x4", CultureInfo.InvariantCulture));
}
