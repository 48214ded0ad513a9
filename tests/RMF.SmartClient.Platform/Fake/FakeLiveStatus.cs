#nullable enable
using System.Globalization;

namespace VideoOS.Platform.Fake;

/// <summary>The recorder's word on a camera, in the form that it has on the wire.</summary>
internal static class FakeLiveStatus
{
    private const int LiveFeed = 1;
    private const int CameraLost = 5;

    public static string Write(bool there, DateTime now)
    {
        var time = (long)(now - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalMilliseconds;
        return string.Format(
            CultureInfo.InvariantCulture,
            "<livepackage><status><statustime>{0}</statustime><statusitem><statusid>{1}</statusid><value>{2}</value></statusitem>"
            + "<statusitem><statusid>{3}</statusid><value>{4}</value></statusitem></status></livepackage>",
            time,
            LiveFeed,
            there ? 1 : 0,
            CameraLost,
            there ? 0 : 1);
    }
}
