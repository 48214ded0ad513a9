using System.Xml.Linq;

namespace RMF.XProtect.Soap;

/// <summary>One of XProtect's SOAP services.</summary>
/// <param name="Namespace">Of its operations and their arguments.</param>
/// <param name="ActionPrefix">What stands before the operation's name in <c>SOAPAction</c>.</param>
/// <param name="Path">Below the server's root.</param>
/// <param name="TakesBearer">True: it asks for a token of the identity provider besides its own.</param>
internal sealed record SoapService(XNamespace Namespace, string ActionPrefix, string Path, bool TakesBearer)
{
    private const string RecorderNamespace = "http://videoos.net/2/XProtectCSRecorderCommand";
    private const string ServerNamespace = "http://videoos.net/2/XProtectCSServerCommand";

    /// <summary>Of a recording server, on its own port.</summary>
    public static SoapService Recorder { get; } = new(RecorderNamespace, RecorderNamespace + "/", "RecorderCommandService/RecorderCommandService.asmx", TakesBearer: false);

    /// <summary>Of the management server.</summary>
    public static SoapService Server { get; } = new(ServerNamespace, ServerNamespace + "/IServerCommandService/", "ManagementServer/ServerCommandServiceOAuth.svc", TakesBearer: true);
}
