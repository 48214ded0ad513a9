using RMF.Engine.Ports;
using RMF.XProtect.Soap;

namespace RMF.XProtect.Operator;

/// <summary>What operators do on one XProtect site. Thread-safe.</summary>
internal sealed class OperatorActions(SiteSession session, ServerCommands server, RecorderCommands recorders) : IOperatorActions
{
    public IPtzPresets Presets { get; } = new PtzPresets(session, server);

    public IManualRecording Recording { get; } = new ManualRecording(session, recorders);

    public IBookmarks Bookmarks { get; } = new Bookmarks(session);
}
