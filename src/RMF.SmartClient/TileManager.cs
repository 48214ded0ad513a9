using RMF.SmartClient.Views;
using VideoOS.Platform;
using VideoOS.Platform.Client;

namespace RMF.SmartClient;

/// <summary>What a view keeps of one tile: the cameras of both sides, so that it shows both also before a policy was read. Belongs to the user interface's thread.</summary>
internal sealed class TileManager(RmfPluginDefinition plugin) : ViewItemManager("RmfTile")
{
    private const string CurrentVersion = "1";

    public RmfPluginDefinition Plugin { get; } = plugin;

    /// <summary>The camera's id on the side that the tile was made on; null while none was chosen.</summary>
    public string? CameraId => CameraOf(RmfIds.PrimaryProperty) ?? CameraOf(RmfIds.SecondaryProperty);

    /// <summary>The camera's id on the other side, where the view tells it: it was made with both.</summary>
    public string? OtherCameraId => CameraOf(RmfIds.PrimaryProperty) is null ? null : CameraOf(RmfIds.SecondaryProperty);

    /// <summary>Its name when it was chosen.</summary>
    public string CameraName => GetProperty(RmfIds.NameProperty) ?? string.Empty;

    public override string DisplayName => CameraName.Length > 0 ? CameraName : "RMF Camera";

    public override ViewItemWpfUserControl GenerateViewItemWpfUserControl() => new TileControl(this);

    public override PropertiesWpfUserControl GeneratePropertiesWpfUserControl() => new TileProperties(this);

    /// <summary>Chooses the camera; its other side is found by the policy's pairs.</summary>
    public void Choose(Item camera)
    {
        SetProperty(RmfIds.VersionProperty, CurrentVersion);
        SetProperty(RmfIds.PrimaryProperty, Mip.MipIds.Of(camera.FQID.ServerId.Id) + "/" + Mip.MipIds.Of(camera));
        SetProperty(RmfIds.SecondaryProperty, string.Empty);
        SetProperty(RmfIds.NameProperty, camera.Name);
        SaveProperties();
    }

    // Site and camera, both as GUIDs (decision 0182).
    private string? CameraOf(string property)
        => GetProperty(property) is { Length: > 0 } value && Guid.TryParse(value.Substring(value.IndexOf('/') + 1), out var id) ? Mip.MipIds.Of(id) : null;
}
