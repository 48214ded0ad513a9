using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Writing;

/// <summary>Changes a site by the configuration API. Thread-safe.</summary>
internal sealed class SiteWriter(SiteSession session) : ISiteWriter
{
    private readonly TaskRunner tasks = new(session);

    public Task<WriteResult> UpdateAsync(ItemUpdate update, CancellationToken cancellationToken)
    {
        var key = update.Desired.Key;
        if (BindingTable.Find(key.Kind) is not { } binding || binding.Write == WriteWay.None)
        {
            var error = session.Errors.Make(SiteErrorKind.NotSupported, $"update {key.Kind}", $"{session.Site}: XProtect's API has no update of a {key.Kind}.");
            return Task.FromResult(new WriteResult(WriteStatus.Unsupported, error, key));
        }

        if (update.Properties.Count == 0)
        {
            return Task.FromResult(WriteResult.Confirmed(key, 0));
        }

        return binding.Write switch
        {
            WriteWay.Presets => new PresetWriting(session, tasks, update, binding).RunAsync(cancellationToken),
            WriteWay.Patrolling => new PatrollingWriting(session, tasks, update, binding).RunAsync(cancellationToken),
            _ => new UpdateWriting(session, tasks, update, binding).RunAsync(cancellationToken),
        };
    }

    public Task<WriteResult> AddHardwareAsync(HardwareCreation creation, CancellationToken cancellationToken)
        => new HardwareAdding(session, tasks, creation).RunAsync(cancellationToken);

    public Task<WriteResult> CreateAsync(ItemCreation creation, CancellationToken cancellationToken)
        => new ItemCreating(session, creation).RunAsync(cancellationToken);

    public async Task<WriteResult> ChangeHardwarePasswordAsync(ItemKey hardware, Secret password, bool onDevice, CancellationToken cancellationToken)
    {
        var path = $"{BindingTable.Find(ItemKind.Hardware)!.Resource}/{hardware.Id}";
        var body = JsonBody.Object(w =>
        {
            w.WriteString("password", password.Reveal());
            w.WriteBoolean("updatePasswordOnDevice", onDevice);
        });
        var end = await tasks.RunAsync(path, "ChangePasswordHardware", body, [password], changes: true, cancellationToken).ConfigureAwait(false);
        return end.Error is { } error
            ? new WriteResult(end.MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, error, hardware) { Requests = 1 }
            : WriteResult.Confirmed(hardware);
    }

    public Task<WriteResult> MoveHardwareAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken)
        => new HardwareLifecycle(session, tasks).MoveAsync(hardware, recorder, cancellationToken);

    public Task<WriteResult> ReplaceHardwareAsync(HardwareReplacement replacement, CancellationToken cancellationToken)
        => new HardwareLifecycle(session, tasks).ReplaceAsync(replacement, cancellationToken);

    public Task<WriteResult> DeleteHardwareAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken)
        => new HardwareLifecycle(session, tasks).DeleteAsync(hardware, recorder, cancellationToken);

    public async Task<Outcome<Secret>> ReadHardwarePasswordAsync(ItemKey hardware, CancellationToken cancellationToken)
    {
        var path = $"{BindingTable.Find(ItemKind.Hardware)!.Resource}/{hardware.Id}";
        var end = await tasks.RunAsync(path, "ReadPasswordHardware", JsonBody.Empty, [], changes: false, cancellationToken).ConfigureAwait(false);
        if (end.Error is { } error)
        {
            return error;
        }

        return end.TextOf("password") is { } password
            ? new Secret(password)
            : session.Errors.Make(
                SiteErrorKind.UnexpectedAnswer,
                $"task ReadPasswordHardware on {path}",
                $"{session.Site}: the server did not give the password of {hardware}.",
                "Give the account's role the permission to read hardware passwords, or set the device's password in the policy's secrets.");
    }
}
