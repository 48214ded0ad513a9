using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Reading;

namespace RMF.XProtect.Writing;

/// <summary>Finds a recording server's hardware by its address. The same address on another recording server is another hardware: that is what redundancy is. Thread-safe.</summary>
internal sealed class HardwareLookup(SiteSession session)
{
    private readonly CollectionReader collections = new(session);

    /// <param name="recorder">The recording server.</param>
    /// <param name="address">The device.</param>
    /// <param name="thoroughly">True to read all hardware where the filter finds nothing: a server may not know the filter.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The hardware, null when there is none, or why it is not known.</returns>
    public async Task<Outcome<Item?>> FindAsync(ItemKey recorder, Uri address, bool thoroughly, CancellationToken cancellationToken)
    {
        if (DeviceAddress.Of(address) is not { } wanted)
        {
            return session.Errors.Make(SiteErrorKind.BadRequest, "find hardware", $"{session.Site}: '{address}' is no address of a device.");
        }

        // The filter compares text and addresses have several spellings, so it only narrows.
        var filtered = await FindAsync(recorder, wanted, () => new Query().Disabled().WhereContains("address", address.Host), cancellationToken).ConfigureAwait(false);
        return thoroughly && filtered is { Error: null, Value: null }
            ? await FindAsync(recorder, wanted, static () => new Query().Disabled(), cancellationToken).ConfigureAwait(false)
            : filtered;
    }

    private async Task<Outcome<Item?>> FindAsync(ItemKey recorder, DeviceAddress wanted, Func<Query> query, CancellationToken cancellationToken)
    {
        var binding = BindingTable.Find(ItemKind.Hardware)!;
        var read = await collections.ReadItemsAsync(binding, binding.Resource, query, null, cancellationToken).ConfigureAwait(false);
        var match = read.Items.Find(i => i.Item.Parent == recorder && DeviceAddress.Of(i.Item.Properties.TextOf("address")) == wanted);
        return match is null && read.Error is { } error ? error : match?.Item;
    }
}
