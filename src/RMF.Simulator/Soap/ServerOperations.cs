namespace RMF.Simulator.Soap;

/// <summary>Which class carries out which operation of the management server's service. What is not listed is answered as not supported.</summary>
internal static class ServerOperations
{
    public static IReadOnlyDictionary<string, IServerOperation> All { get; } = new Dictionary<string, IServerOperation>(StringComparer.Ordinal)
    {
        ["Login"] = new LoginOperation(),
        ["Logout"] = new LogoutOperation(),
        ["MarkedDataSearch"] = new MarkedDataSearchOperation(),
        ["OrderPresets"] = new OrderPresetsOperation(),
        ["UpdatePresetName"] = new UpdatePresetNameOperation(),
    };
}
