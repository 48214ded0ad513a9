using System.Globalization;
using RMF.Core.Inventory;
using RMF.Engine.Playback.Export;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>What came of taking a picture.</summary>
/// <param name="Side">The side that gave it.</param>
/// <param name="Frame">The picture; null where there is none.</param>
/// <param name="Reason">Why this side.</param>
/// <param name="Errors">What failed on the way.</param>
/// <param name="Next">Without a picture: the next time that a side has one.</param>
public sealed record TakenPicture(Side Side, RecordedFrame? Frame, string Reason, IReadOnlyList<(Side Side, SiteError Error)> Errors, DateTimeOffset? Next)
{
    /// <summary>The most letters of a camera's name in a file's name.</summary>
    public const int MostOfName = 60;

    /// <summary>A file's name without a folder, valid on every system: camera, time and side.</summary>
    /// <param name="camera">The camera's name.</param>
    /// <param name="time">When the picture was taken.</param>
    /// <param name="side">The side that gave it.</param>
    public static string FileName(string camera, DateTimeOffset time, Side side)
        => string.Format(CultureInfo.InvariantCulture, "{0}_{1:yyyyMMdd'T'HHmmss.fff'Z'}_{2}.jpg", ExportNames.Plain(camera, MostOfName), time.UtcDateTime, side);
}
