using RMF.SmartClient.Model.Binding;

namespace RMF.SmartClient.Model.Overlay;

/// <summary>What a tile says over its picture. Texts are empty where there is nothing to say. Belongs to the user interface's thread.</summary>
public sealed class OverlayModel : Observable
{
    /// <summary>It is shown, as the policy says: always, on failover, or never. A lost picture is told in any case.</summary>
    public bool IsVisible => false;

    /// <summary>It tells of something that is not well: the colours of a warning.</summary>
    public bool IsWarning => false;

    /// <summary>Which side is shown.</summary>
    public string SideText => "";

    /// <summary>The shown side's site and recording server.</summary>
    public string PlaceText => "";

    /// <summary>Since when, in local time.</summary>
    public string SinceText => "";

    /// <summary>Why.</summary>
    public string ReasonText => "";

    /// <summary>Pinned, paused, on its way home; what else governs the tile.</summary>
    public string StateText => "";
}
