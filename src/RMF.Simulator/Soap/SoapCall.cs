using System.Globalization;
using System.Xml.Linq;
using RMF.Simulator.Api;
using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>One operation that a client asks for: its arguments, and its answers.</summary>
/// <param name="Element">The operation's element.</param>
/// <param name="State">The site.</param>
internal abstract record SoapCall(XElement Element, SiteState State)
{
    public string Operation => Element.Name.LocalName;

    public XNamespace Namespace => Element.Name.Namespace;

    public string? Token => Text("token");

    public XElement? Find(string name) => Element.Element(Namespace + name);

    public string? Text(string name) => Find(name)?.Value.Trim();

    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    /// <summary>A time; one without a zone is UTC.</summary>
    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    public int? Whole(string name) => int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A length of time, told in microseconds.</summary>
    public TimeSpan? Duration(string name) =>
        long.TryParse(Find(name)?.Element(Namespace + "MicroSeconds")?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var micro) && Math.Abs(micro) < long.MaxValue / TimeSpan.TicksPerMicrosecond
            ? TimeSpan.FromMicroseconds(micro)
            : null;

    /// <summary>The ids in a list, whatever its entries are called; null where one is no id or there is no list.</summary>
    public IReadOnlyList<Guid>? Ids(string name)
    {
        if (Find(name) is not { } list)
        {
            return null;
        }

        var ids = new List<Guid>();
        foreach (var entry in list.Elements())
        {
            if (!Guid.TryParse(entry.Value, out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return ids;
    }

    /// <summary>An element in the service's namespace.</summary>
    public XElement Make(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>An answer without a result.</summary>
    public SimResponse Done() => SoapMessage.Answer(Make(Operation + "Response"));

    /// <summary>An answer whose result has this content.</summary>
    public SimResponse Result(params object?[] content) => SoapMessage.Answer(Make(Operation + "Response", Make(Operation + "Result", content)));

    /// <summary>What stands for a refusal whose number is not known.</summary>
    public static SimResponse Refuse(string text) => SoapMessage.Fault(SoapFaults.Refused, 0, text);

    /// <summary>A time as the services send it.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffK", CultureInfo.InvariantCulture);
}
