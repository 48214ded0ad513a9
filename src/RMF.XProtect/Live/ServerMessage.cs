using System.Xml;

namespace RMF.XProtect.Live;

/// <summary>An answer or a message of an image server.</summary>
/// <param name="Method">The method that is answered; empty for a message beside the frames.</param>
/// <param name="IsConnected">True where the server said yes; null where it said neither.</param>
/// <param name="Reason">Why not; may be empty.</param>
/// <param name="CameraLost">Whether the message says that the camera is lost, or that it is not; null where it is about other things.</param>
internal sealed record ServerMessage(string Method, bool? IsConnected, string Reason, bool? CameraLost)
{
    private const int MaxReason = 200;
    private const string FeedStarted = "1";
    private const string ConnectionLost = "5";

    /// <summary>Null where it is no XML.</summary>
    public static ServerMessage? Parse(ReadOnlySpan<byte> xml)
    {
        var read = new ServerMessage(string.Empty, null, string.Empty, null);
        var status = string.Empty;
        var element = string.Empty;
        try
        {
            using var stream = new MemoryStream(xml.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    element = reader.LocalName.ToLowerInvariant();
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    var text = reader.Value.Trim();
                    status = element == "statusid" ? text : status;
                    read = read.With(element, text, status);
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return read;
    }

    private ServerMessage With(string element, string text, string status) => element switch
    {
        "methodname" => this with { Method = text.ToLowerInvariant() },
        "connected" => this with { IsConnected = string.Equals(text, "yes", StringComparison.OrdinalIgnoreCase) },
        "errorreason" => this with { Reason = text.Length > MaxReason ? text.Substring(0, MaxReason) : text },
        "value" when status == ConnectionLost => this with { CameraLost = text != "0" },
        "value" when status == FeedStarted && text != "0" => this with { CameraLost = false },
        _ => this,
    };
}
