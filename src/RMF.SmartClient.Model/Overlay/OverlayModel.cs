using RMF.SmartClient.Model.Binding;

namespace RMF.SmartClient.Model.Overlay;

/// <summary>What a tile says over its picture. Texts are empty where there is nothing to say. Belongs to the user interface's thread.</summary>
public sealed class OverlayModel : Observable
{
    private bool isVisible;
    private bool isWarning;
    private string sideText = "";
    private string placeText = "";
    private string sinceText = "";
    private string reasonText = "";
    private string stateText = "";

    /// <summary>It is shown, as the policy says: always, on failover, or never. A lost picture is told in any case.</summary>
    public bool IsVisible
    {
        get => isVisible;
        internal set => Set(ref isVisible, value);
    }

    /// <summary>It tells of something that is not well: the colours of a warning.</summary>
    public bool IsWarning
    {
        get => isWarning;
        internal set => Set(ref isWarning, value);
    }

    /// <summary>Which side is shown.</summary>
    public string SideText
    {
        get => sideText;
        internal set => Set(ref sideText, value);
    }

    /// <summary>The shown side's site and recording server.</summary>
    public string PlaceText
    {
        get => placeText;
        internal set => Set(ref placeText, value);
    }

    /// <summary>Since when, in local time.</summary>
    public string SinceText
    {
        get => sinceText;
        internal set => Set(ref sinceText, value);
    }

    /// <summary>Why.</summary>
    public string ReasonText
    {
        get => reasonText;
        internal set => Set(ref reasonText, value);
    }

    /// <summary>Pinned, paused, on its way home; what else governs the tile.</summary>
    public string StateText
    {
        get => stateText;
        internal set => Set(ref stateText, value);
    }
}
