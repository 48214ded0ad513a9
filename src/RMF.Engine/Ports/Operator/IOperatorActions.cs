namespace RMF.Engine.Ports;

/// <summary>What operators do on one site. Thread-safe. Nothing here is sent again by itself where its effect is unknown.</summary>
public interface IOperatorActions
{
    IPtzPresets Presets { get; }

    IManualRecording Recording { get; }

    IBookmarks Bookmarks { get; }
}
