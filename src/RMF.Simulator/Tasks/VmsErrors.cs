namespace RMF.Simulator.Tasks;

/// <summary>Error codes of the management server, with the texts a site sends.</summary>
internal static class VmsErrors
{
    public const int AlreadyDefined = 60276;
    public const int RecorderUnreachable = 60277;
    public const int DeviceUnreachable = 60281;

    /// <summary>Stands for refusals whose real code is not known.</summary>
    public const int Refused = 61002;

    public static TaskOutcome Of(int code) => code switch
    {
        AlreadyDefined => TaskOutcome.Failed(code, "VMO60276: Could not add the hardware. The hardware is already defined on the recording server."),
        RecorderUnreachable => TaskOutcome.Failed(code, "VMO60277: Could not add the hardware. Unable to connect to the recording server."),
        _ => TaskOutcome.Failed(code, "VMO60281: Could not add the hardware. It is not possible to connect to or receive information from the hardware."),
    };
}
