using RMF.Engine.Ports;

namespace RMF.XProtect.Operator;

/// <summary>What operators do on one XProtect site. Thread-safe.</summary>
internal sealed class OperatorActions(SiteSession session) : IOperatorActions
{
    public IPtzPresets Presets { get; } = new PtzPresets(session);

    public IManualRecording Recording { get; } = new ManualRecording(session);
}
