using System.Globalization;
using System.Security;
using System.Text;
using RMF.Engine.Ports;

namespace RMF.XProtect.Live;

/// <summary>Requests to an image server. Each is one line of XML and an empty line.</summary>
internal static class Requests
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodcall><requestid>";
    private const string End = "</methodcall>\r\n\r\n";

    /// <summary>Name and password are not looked at where a token comes along, but must be there.</summary>
    public static byte[] Connect(int id, FrameRequest request, string token)
        => Bytes($"{Head}{Number(id)}</requestid><methodname>connect</methodname><username>dummy</username><password>dummy</password>"
            + $"<cameraid>{SecurityElement.Escape(request.CameraId)}</cameraid><alwaysstdjpeg>yes</alwaysstdjpeg>"
            + $"<transcode><allframes>yes</allframes></transcode><connectparam>{Parameters(request, token)}</connectparam>{End}");

    public static byte[] Live(int id) => Bytes($"{Head}{Number(id)}</requestid><methodname>live</methodname>{End}");

    /// <summary>Asks for the recorded frame of a time.</summary>
    public static byte[] Goto(int id, long timeMs) => Bytes($"{Head}{Number(id)}</requestid><methodname>goto</methodname><time>{timeMs.ToString(CultureInfo.InvariantCulture)}</time>{End}");

    public static byte[] ConnectUpdate(int id, FrameRequest request, string token)
        => Bytes($"{Head}{Number(id)}</requestid><methodname>connectupdate</methodname><connectparam>{Parameters(request, token)}</connectparam>{End}");

    private static string Parameters(FrameRequest request, string token)
    {
        var stream = request.StreamId is { } id ? $"&streamid={id}" : string.Empty;
        return SecurityElement.Escape($"id={request.CameraId}{stream}&connectiontoken={token}")!;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
