using System.Text;
using System.Xml;
using System.Xml.Linq;
using RMF.Simulator.Http;
using RMF.Simulator.Identity;

namespace RMF.Simulator.Soap;

/// <summary>SOAP 1.1 as far as XProtect's services need it: one operation in a body, one answer or a fault.</summary>
internal static class SoapMessage
{
    private const string ContentType = "text/xml; charset=utf-8";
    private const int ServerError = 500;

    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>The operation's element; null where the body is no SOAP.</summary>
    public static XElement? Operation(SimRequest request)
    {
        try
        {
            using var stream = new MemoryStream(request.Body.ToArray());
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = request.Body.Length + 1 });
            return XDocument.Load(reader).Root?.Element(Envelope + "Body")?.Elements().FirstOrDefault();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static SimResponse Answer(XElement content) => Of(content, Api.Answers.Ok);

    /// <summary>A fault with XProtect's number in its detail.</summary>
    public static SimResponse Fault(int number, int subNumber, string text) => Of(
        new XElement(
            Envelope + "Fault",
            new XElement("faultcode", "s:Client"),
            new XElement("faultstring", text),
            new XElement("detail", new XElement("ErrorNumber", number), new XElement("SubErrorNumber", subNumber))),
        ServerError);

    public static SimResponse Unknown(string operation) => Fault(SoapFaults.NotSupported, 0, $"The operation {operation} is not supported.");

    public static SimResponse BadToken() => Fault(SoapFaults.Token, SoapFaults.BadToken, "Token invalid");

    /// <summary>The fault that a token gets; null where it is good.</summary>
    public static SimResponse? TokenProblem(string? token, ConnectionTokens tokens)
    {
        if (string.IsNullOrEmpty(token))
        {
            return Fault(SoapFaults.Token, SoapFaults.NoToken, "No token supplied");
        }

        return tokens.EndOf(token) is null ? BadToken() : null;
    }

    /// <summary>The operation that a request's <c>SOAPAction</c> names; null where it is no SOAP.</summary>
    public static string? ActionOf(SimRequest request) =>
        request.Header("SOAPAction")?.Trim('"', ' ') is { Length: > 0 } action ? action[(action.LastIndexOf('/') + 1)..] : null;

    private static SimResponse Of(XElement content, int status)
    {
        var text = new XElement(Envelope + "Envelope", new XAttribute(XNamespace.Xmlns + "s", Envelope), new XElement(Envelope + "Body", content)).ToString(SaveOptions.DisableFormatting);
        return new SimResponse { Status = status, ContentType = ContentType, Body = Encoding.UTF8.GetBytes(text) };
    }
}
