using System.Xml.Linq;
using RMF.Engine.Ports;

namespace RMF.XProtect.Soap;

/// <summary>The end of one operation: the element that answers it, or an error.</summary>
/// <param name="Result">What stands in the body, e.g. <c>SequencesGetResponse</c>; null when there is an error.</param>
/// <param name="Error">Why there is no answer.</param>
/// <param name="MayHaveHappened">With an error: true when the operation may have had its effect on the server nevertheless.</param>
internal readonly record struct SoapReply(XElement? Result, SiteError? Error, bool MayHaveHappened)
{
    public static SoapReply Failed(SiteError error, bool mayHaveHappened) => new(null, error, mayHaveHappened);
}
