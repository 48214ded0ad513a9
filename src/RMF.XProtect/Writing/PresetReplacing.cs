using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Reading;

namespace RMF.XProtect.Writing;

/// <summary>
/// Makes a preset of a camera anew: the new one first where the server lets two have one name, else under a name that stands in for it meanwhile,
/// so that the camera is never without the position. Patrolling profiles that visit the old preset are turned to the new one before it goes.
/// </summary>
internal sealed class PresetReplacing(SiteSession session, ObjectWriting objects, ItemKey camera, string collection)
{
    /// <summary>Stands behind the name of the preset that fills in.</summary>
    private const string StandIn = " (being replaced)";

    /// <param name="name">The preset's name, which may be another one than the old preset's.</param>
    /// <param name="bodyOf">The request that makes it, under a name.</param>
    /// <param name="old">Id of the preset that goes.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>The new preset's id.</returns>
    public async Task<Outcome<string>> ReplaceAsync(string name, Func<string, byte[]> bodyOf, string old, CancellationToken cancellationToken)
    {
        var first = await objects.CreateAsync(collection, bodyOf(name), cancellationToken).ConfigureAwait(false);
        if (first.TryGet(out var beside))
        {
            return await RetireAsync(old, beside, cancellationToken).ConfigureAwait(false) is { } left ? left : beside;
        }

        if (first.Error!.Kind is not (SiteErrorKind.BadRequest or SiteErrorKind.AlreadyExists))
        {
            return first;
        }

        // Refused: for its name, or for what it holds? The stand-in tells, and nothing is deleted before it stands.
        var standIn = await objects.CreateAsync(collection, bodyOf(name + StandIn), cancellationToken).ConfigureAwait(false);
        if (!standIn.TryGet(out var standInId))
        {
            return standIn;
        }

        if (await RetireAsync(old, standInId, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return kept;
        }

        var made = await objects.CreateAsync(collection, bodyOf(name), cancellationToken).ConfigureAwait(false);
        if (!made.TryGet(out var id))
        {
            return made.Error! with { Message = $"{made.Error.Message} The preset '{name}' stands as '{name + StandIn}' until the next run.", Advice = "Run again: the preset is made anew, and the one that stands in for it goes." };
        }

        return await RetireAsync(standInId, id, cancellationToken).ConfigureAwait(false) is { } remains ? remains : id;
    }

    /// <summary>Turns the profiles that visit a preset to another one and deletes it.</summary>
    private async Task<SiteError?> RetireAsync(string old, string heir, CancellationToken cancellationToken)
    {
        // Read each time: the step before may have changed them.
        var read = await new BelowOwnerReader(session).ReadObjectsAsync(BindingTable.Find(ItemKind.PatrollingProfiles)!, camera, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var profiles) && !session.NoteUnknownResource(ItemKind.PatrollingProfiles, read.Error!))
        {
            return read.Error;
        }

        foreach (var profile in profiles ?? [])
        {
            if (PatrollingBody.WithPreset(profile, old, heir) is { } body
                && await objects.SendAsync(Http.WireRequest.Patch, $"{BindingTable.Find(ItemKind.PatrollingProfiles)!.Resource}/{profile.Key.Id}", body, cancellationToken).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        return await DeleteAsync(old, cancellationToken).ConfigureAwait(false);
    }

    public Task<SiteError?> DeleteAsync(string id, CancellationToken cancellationToken) => objects.SendAsync(HttpMethod.Delete, $"{collection}/{id}", null, cancellationToken);
}
