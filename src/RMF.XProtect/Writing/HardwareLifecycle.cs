using System.Globalization;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>Moves, replaces and deletes hardware. Thread-safe. Source: the tasks of hardware in the RESTful configuration API, 2025 R2.</summary>
internal sealed class HardwareLifecycle(SiteSession session, TaskRunner tasks)
{
    private static readonly Binding Hardware = BindingTable.Find(ItemKind.Hardware)!;
    private static readonly Binding Recorders = BindingTable.Find(ItemKind.RecordingServer)!;

    public Task<WriteResult> MoveAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken)
    {
        // The task takes the older spelling of a reference, as text.
        var body = JsonBody.Object(w => w.WriteString("destinationRecordingServer", $"{Recorders.OldName}[{recorder.Id.ToUpperInvariant()}]"));
        return RunAsync(hardware, "MoveHardware", body, [], cancellationToken);
    }

    public Task<WriteResult> ReplaceAsync(HardwareReplacement replacement, CancellationToken cancellationToken)
    {
        var address = replacement.Address;
        var isHttps = string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        var body = JsonBody.Object(w =>
        {
            w.WriteString("address", address.Host);
            w.WriteNumber(isHttps ? "httpsPort" : "port", address.Port);
            w.WriteBoolean("useHttps", isHttps);
            if (replacement.DriverNumber is { } driver)
            {
                w.WriteString("driver", driver);
            }

            w.WriteString("userName", replacement.Account.UserName);
            w.WriteString("password", replacement.Account.Password.Reveal());
            w.WriteString("customDriverData", string.Empty);
            w.WriteBoolean("allowDeletingDisabledDevices", replacement.AllowDeletingDisabledDevices);
        });
        return RunAsync(replacement.Hardware, "ReplaceHardware", body, [replacement.Account.Password], cancellationToken);
    }

    public async Task<WriteResult> DeleteAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken)
    {
        // Releases before 2025 R3 know only the path below the recording server; later ones know both.
        var path = string.Format(CultureInfo.InvariantCulture, "{0}/{1}/{2}/{3}", Recorders.Resource, recorder.Id, Hardware.Resource, hardware.Id);
        var reply = await session.Gateway.SendAsync(new WireRequest(HttpMethod.Delete, path, string.Empty), cancellationToken).ConfigureAwait(false);
        reply.Answer?.Dispose();
        return reply.Error switch
        {
            null or { Kind: SiteErrorKind.NotFound } => WriteResult.Confirmed(hardware),
            { } error => new WriteResult(reply.MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, error, hardware) { Requests = 1 },
        };
    }

    private async Task<WriteResult> RunAsync(ItemKey hardware, string task, byte[] body, IReadOnlyList<Secret> secrets, CancellationToken cancellationToken)
    {
        var end = await tasks.RunAsync($"{Hardware.Resource}/{hardware.Id}", task, body, secrets, changes: true, cancellationToken).ConfigureAwait(false);
        return end.Error is { } error
            ? new WriteResult(end.MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, error, hardware) { Requests = 1 }
            : WriteResult.Confirmed(hardware);
    }
}
