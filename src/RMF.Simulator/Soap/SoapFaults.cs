namespace RMF.Simulator.Soap;

/// <summary>Numbers of faults.</summary>
internal static class SoapFaults
{
    /// <summary>About the token; the second number says what.</summary>
    public const int Token = 20001;

    public const int NoToken = 1;

    public const int BadToken = 2;

    public const int NotSupported = 40000;

    /// <summary>Stands for refusals whose real number is not known.</summary>
    public const int Refused = 10000;
}
