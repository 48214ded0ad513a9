using RMF.Engine.Ports;

namespace RMF.XProtect.Errors;

/// <summary>XProtect's own error numbers as far as the next step depends on them. Sources: the REST API's documentation and administrators' reports.</summary>
internal static class VmoCodes
{
    /// <summary>The hardware is already defined on the recording server.</summary>
    public const int AlreadyDefined = 60276;

    /// <summary>The management server cannot reach the recording server.</summary>
    public const int RecorderUnreachable = 60277;

    /// <summary>The recording server cannot reach the hardware.</summary>
    public const int HardwareUnreachable = 60281;

    /// <summary>No permission.</summary>
    public const int NoPermission = 61008;

    private const string Prefix = "VMO";

    public static SiteErrorKind? KindOf(int? code) => code switch
    {
        AlreadyDefined => SiteErrorKind.AlreadyExists,
        RecorderUnreachable or HardwareUnreachable => SiteErrorKind.DeviceUnreachable,
        NoPermission => SiteErrorKind.Forbidden,
        _ => null,
    };

    /// <summary>The number behind the first <c>VMO</c> in a text.</summary>
    public static int? Find(string? text)
    {
        var at = text?.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var code = 0;
        var digits = 0;
        for (var i = at + Prefix.Length; i < text!.Length && digits < 7 && text[i] is >= '0' and <= '9'; i++, digits++)
        {
            code = (code * 10) + (text[i] - '0');
        }

        return digits > 0 ? code : null;
    }
}
