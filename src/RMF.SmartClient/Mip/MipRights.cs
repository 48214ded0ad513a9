using RMF.SmartClient.Model.Hosting;
using VideoOS.Platform;
using VideoOS.Platform.Util;

namespace RMF.SmartClient.Mip;

/// <summary>
/// What the operator may do, by the permissions of XProtect's camera namespace. The names are those of the permissions that roles hold over
/// the configuration interface.
/// </summary>
internal static class MipRights
{
    public static bool? May(ClientRight right, string cameraId)
    {
        if (MipIds.Camera(cameraId) is not { } camera)
        {
            return null;
        }

        try
        {
            SecurityAccess.CheckPermission(camera, NameOf(right));
            return true;
        }
        catch (NotAuthorizedMIPException)
        {
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A client that cannot tell lets the attempt tell.
            return null;
        }
    }

    private static string NameOf(ClientRight right) => right switch
    {
        ClientRight.Live => "VIEW_LIVE",
        ClientRight.Playback => "PLAYBACK",
        ClientRight.Export => "EXPORT",
        ClientRight.Record => "START_RECORDING",
        ClientRight.Bookmark => "CREATE_BOOKMARK",
        ClientRight.Ptz => "PTZ_MANUAL",
        _ => "PTZ_PRESETS",
    };
}
