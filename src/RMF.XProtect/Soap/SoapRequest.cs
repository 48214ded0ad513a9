using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace RMF.XProtect.Soap;

/// <summary>One operation that a SOAP service is asked for, without the token: that is put in where it is sent. Immutable after it was made.</summary>
/// <param name="operation">Its name.</param>
/// <param name="isRead">True when sending it twice does no harm.</param>
/// <param name="arguments">In the order of the service's description. Names without a namespace get the service's.</param>
internal sealed class SoapRequest(string operation, bool isRead, params XElement[] arguments)
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

    public string Operation => operation;

    public bool IsRead => isRead;

    /// <summary>A plain argument.</summary>
    public static XElement Argument(string name, string value) => new(name, value);

    /// <summary>A whole number.</summary>
    public static XElement Argument(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A time, in UTC and with all its digits.</summary>
    public static XElement Argument(string name, DateTimeOffset value) => new(name, value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffK", CultureInfo.InvariantCulture));

    /// <summary>A list of ids.</summary>
    public static XElement Argument(string name, IEnumerable<string> ids) => new(name, ids.Select(static id => new XElement("guid", id)));

    /// <summary>A list of ids as a service of data contracts takes it: its entries have a namespace of their own, and others are not seen.</summary>
    public static XElement GuidArray(string name, IEnumerable<string> ids) => new(name, ids.Select(static id => new XElement(Arrays + "guid", id)));

    public HttpContent ToContent(SoapService service, string token)
    {
        var body = new XElement(service.Namespace + operation, new XElement(service.Namespace + "token", token), arguments.Select(a => InNamespace(a, service.Namespace)));
        var text = new XElement(Envelope + "Envelope", new XAttribute(XNamespace.Xmlns + "s", Envelope.NamespaceName), new XElement(Envelope + "Body", body)).ToString(SaveOptions.DisableFormatting);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/xml") { CharSet = "utf-8" } } };
        content.Headers.TryAddWithoutValidation("SOAPAction", $"\"{service.ActionPrefix}{operation}\"");
        return content;
    }

    private static XElement InNamespace(XElement element, XNamespace space) => new(
        element.Name.Namespace == XNamespace.None ? space + element.Name.LocalName : element.Name,
        element.Attributes(),
        element.Nodes().Select(n => n is XElement inner ? InNamespace(inner, space) : n));
}
