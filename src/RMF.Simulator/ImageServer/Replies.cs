using System.Globalization;
using System.Security;
using System.Text;

namespace RMF.Simulator.ImageServer;

/// <summary>The image server's answers and messages, each with the empty line that ends it.</summary>
internal static class Replies
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const string End = "\r\n\r\n";

    public static byte[] Connected(MethodCall call) => Method(call, "<connected>yes</connected><errorreason></errorreason><alwaysstdjpeg>yes</alwaysstdjpeg>");

    public static byte[] Refused(MethodCall call, string reason) => Method(call, $"<connected>no</connected><errorreason>{SecurityElement.Escape(reason)}</errorreason>");

    public static byte[] Done(MethodCall call) => Method(call, "");

    /// <summary>The camera has no recorded frame at all.</summary>
    public static byte[] NoRecording(MethodCall call) => Method(call, "<errorreason>No recording</errorreason>");

    public static byte[] Unknown(MethodCall call) => Method(call, "<errorreason>Unknown method</errorreason>");

    /// <summary>A message beside the frames of a live stream.</summary>
    public static byte[] Status(LiveStatus status, bool isOn, DateTimeOffset at) => Bytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Head}<livepackage><status><statustime>{at.ToUnixTimeMilliseconds()}</statustime><statusitem><statusid>{(int)status}</statusid><value>{(isOn ? 1 : 0)}</value><description>{status}</description></statusitem></status></livepackage>{End}"));

    private static byte[] Method(MethodCall call, string content) => Bytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Head}<methodresponse><requestid>{call.Id}</requestid><methodname>{SecurityElement.Escape(call.Method)}</methodname>{content}</methodresponse>{End}"));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
