using System.Xml.Linq;
using RMF.Simulator.Api;
using RMF.Simulator.Identity;

namespace RMF.Simulator.Soap;

/// <summary>An operation of the management server's service.</summary>
internal sealed record ServerCall(XElement Element, SiteState State, ConnectionTokens Tokens) : SoapCall(Element, State);
