using RMF.Engine.Ports;
using RMF.XProtect.Soap;

namespace RMF.XProtect.Operator;

/// <summary>
/// What the server command service adds to presets: another name in place, and the order. Its description is not public, so a server that does not know an
/// operation by these arguments refuses it and the configuration API serves in its stead. Moving a preset is not asked of it: docs/decisions/0420.
/// Thread-safe.
/// </summary>
internal sealed class PresetCommands(ServerCommands server)
{
    private volatile object? orders;

    /// <summary>Whether the service sets the order: found out by setting the order that is there, which changes nothing.</summary>
    public async Task<bool> CanOrderAsync(string cameraId, IReadOnlyList<string> presets, CancellationToken cancellationToken)
    {
        if (orders is bool known)
        {
            return known;
        }

        var reply = await OrderAsync(cameraId, presets, cancellationToken).ConfigureAwait(false);
        if (reply.Error is null || IsUnknown(reply.Error))
        {
            orders = reply.Error is null;
        }

        return reply.Error is null;
    }

    public Task<SoapReply> OrderAsync(string cameraId, IReadOnlyList<string> presets, CancellationToken cancellationToken)
        => server.SendAsync(new SoapRequest("OrderPresets", false, SoapRequest.Argument("deviceId", cameraId), SoapRequest.GuidArray("presetIds", presets)), cancellationToken);

    public Task<SoapReply> RenameAsync(string cameraId, string preset, string name, CancellationToken cancellationToken)
        => server.SendAsync(new SoapRequest("UpdatePresetName", false, SoapRequest.Argument("deviceId", cameraId), SoapRequest.Argument("presetId", preset), SoapRequest.Argument("name", name)), cancellationToken);

    public static bool IsUnknown(SiteError error) => error.Kind is SiteErrorKind.NotSupported or SiteErrorKind.BadRequest or SiteErrorKind.NotFound or SiteErrorKind.UnexpectedAnswer;
}
