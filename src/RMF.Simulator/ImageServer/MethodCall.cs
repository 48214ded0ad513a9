using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace RMF.Simulator.ImageServer;

/// <summary>One request to a recorder's image server.</summary>
/// <param name="Id">Number that the answer repeats.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Camera">The camera of a <c>connect</c>.</param>
/// <param name="Parameters">What <c>connectparam</c> holds: a token and a stream, besides the camera.</param>
internal sealed record MethodCall(int Id, string Method, string? Camera, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MaxParameters = 16;

    /// <summary>The end of the year 9999.</summary>
    private const long LastTimeMs = 253_402_300_799_999;

    /// <summary>The time of a <c>goto</c>, in milliseconds since 1970 UTC; null where it is none.</summary>
    public long? TimeMs { get; init; }

    public string? Token => Parameters.GetValueOrDefault("connectiontoken");

    /// <summary>Null where it is no call.</summary>
    public static MethodCall? Parse(ReadOnlyMemory<byte> xml)
    {
        try
        {
            using var stream = new MemoryStream(xml.ToArray());
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader);
            return root.Name.LocalName == "methodcall" && root.Element("methodname")?.Value.Trim() is { Length: > 0 } method
                ? new MethodCall(
                    int.TryParse(root.Element("requestid")?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : 0,
                    method,
                    root.Element("cameraid")?.Value.Trim(),
                    Read(root.Element("connectparam")?.Value ?? ""))
                {
                    TimeMs = long.TryParse(root.Element("time")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= LastTimeMs ? time : null,
                }
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Read(string text)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split('&').Take(MaxParameters))
        {
            if (part.Split('=', 2) is [var name, var value])
            {
                read[name.Trim()] = value.Trim();
            }
        }

        return read;
    }
}
