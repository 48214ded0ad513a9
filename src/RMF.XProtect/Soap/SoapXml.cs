using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace RMF.XProtect.Soap;

/// <summary>Reads what SOAP services answer. Elements are found by their local names: services differ in where they put prefixes.</summary>
internal static class SoapXml
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The answer or the fault in an envelope's body; null where it is no SOAP, or broken.</summary>
    public static XElement? ReadBody(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var stream = new MemoryStream(text.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            var root = XElement.Load(reader);
            return root.Name.LocalName == "Envelope" ? root.Child("Body")?.Elements().FirstOrDefault() : null;
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string? Text(this XElement element, string name) => element.Child(name)?.Value.Trim();

    /// <summary>True for an element that stands for no value.</summary>
    public static bool IsNil(this XElement element) => element.Attribute(Instance + "nil")?.Value.Trim() is "true" or "1";

    public static int? Whole(this XElement element, string name) => int.TryParse(element.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A time; one without a zone is UTC.</summary>
    public static DateTimeOffset? Time(this XElement element, string name) => ParseTime(element.Text(name));

    /// <summary>A time as servers write it, with any number of digits behind the second; one without a zone is UTC. Null where it is none.</summary>
    public static DateTimeOffset? ParseTime(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
