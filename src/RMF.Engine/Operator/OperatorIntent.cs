using RMF.Core.Ptz;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>
/// A state that an operator wants on a camera, whichever side it is brought about on. Carrying one out looks at what is there first, so doing it twice does
/// no harm.
/// </summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="Subject">What it is about: a preset's name, a bookmark's reference; empty for recording and order.</param>
public sealed record OperatorIntent(IntentKind Kind, string Subject)
{
    /// <summary>PresetPresent: what it holds.</summary>
    public PresetContent? Preset { get; init; }

    /// <summary>PresetPresent: the name that it had. A preset of that name is renamed.</summary>
    public string? FormerName { get; init; }

    /// <summary>Bookmarks: what it says; for one that is to go, its reference and time.</summary>
    public BookmarkContent? Bookmark { get; init; }

    /// <summary>PresetOrder: names in their order.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What the records of one camera are told apart by: presence and absence of one thing are about the same.</summary>
    internal string About => Kind switch
    {
        IntentKind.PresetPresent or IntentKind.PresetAbsent => "preset/" + Subject,
        IntentKind.PresetOrder => "order",
        IntentKind.RecordingOn or IntentKind.RecordingOff => "recording",
        _ => "bookmark/" + Subject,
    };

    public bool IsRecording => Kind is IntentKind.RecordingOn or IntentKind.RecordingOff;

    public bool IsPreset => Kind is IntentKind.PresetPresent or IntentKind.PresetAbsent or IntentKind.PresetOrder;

    public static OperatorIntent Record(bool on) => new(on ? IntentKind.RecordingOn : IntentKind.RecordingOff, string.Empty);

    public static OperatorIntent Have(PresetContent preset, string? formerName = null) => new(IntentKind.PresetPresent, preset.Name) { Preset = preset, FormerName = formerName };

    public static OperatorIntent Lack(string preset) => new(IntentKind.PresetAbsent, preset);

    public static OperatorIntent Order(IReadOnlyList<string> presets) => new(IntentKind.PresetOrder, string.Empty) { Names = presets };

    public static OperatorIntent Mark(BookmarkContent bookmark) => new(IntentKind.BookmarkPresent, bookmark.Reference) { Bookmark = bookmark };

    public static OperatorIntent Unmark(BookmarkContent bookmark) => new(IntentKind.BookmarkAbsent, bookmark.Reference) { Bookmark = bookmark };

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        IntentKind.PresetPresent => FormerName is { } former && former != Subject ? $"rename preset '{former}' to '{Subject}'" : $"set preset '{Subject}'",
        IntentKind.PresetAbsent => $"remove preset '{Subject}'",
        IntentKind.PresetOrder => "order the presets",
        IntentKind.RecordingOn => "start recording",
        IntentKind.RecordingOff => "stop recording",
        IntentKind.BookmarkPresent => $"set bookmark {Subject}",
        _ => $"remove bookmark {Subject}",
    };
}
