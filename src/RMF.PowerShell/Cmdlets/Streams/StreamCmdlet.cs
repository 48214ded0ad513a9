using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Streams;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Streams;

/// <summary>The base of cmdlets that work on cameras' streams, on one side or on both. The sides are read once, after the last input.</summary>
public abstract class StreamCmdlet : CameraCmdlet
{
    /// <summary>The cameras that are meant, on the sides that are meant, with the name that both go by. An error for each that is not there.</summary>
    private protected List<SideCamera> Cameras(PreparedRun run, string side)
    {
        var input = run.Context.Input;
        var found = new List<SideCamera>();
        var names = new List<string>();
        foreach (var primary in input.Primary.OfKind(ItemKind.Camera))
        {
            var secondary = input.Pairs.Find(Side.Primary, primary.Key)?.Secondary;
            Add(primary.Name, primary, secondary);
        }

        foreach (var secondary in input.Secondary.OfKind(ItemKind.Camera).Where(c => input.Pairs.Find(Side.Secondary, c.Key) is null))
        {
            Add(secondary.Name, null, secondary);
        }

        foreach (var error in Wanted.Missing(names))
        {
            WriteError(error);
        }

        return found;

        void Add(string name, Item? primary, Item? secondary)
        {
            names.Add(name);
            if (Wanted.Includes(name, primary?.Key.Id ?? secondary!.Key.Id) | (secondary is not null && !Wanted.IsEverything && Wanted.Includes(secondary.Name, secondary.Key.Id)))
            {
                found.AddRange(new[] { (Side.Primary, primary), (Side.Secondary, secondary) }
                    .Where(c => c.Item2 is not null && Filters.OnSide(side, c.Item1.ToString()))
                    .Select(c => new SideCamera(c.Item1, name, c.Item2!)));
            }
        }
    }

    /// <summary>The cameras' streams as they are now; an error for each that cannot be read.</summary>
    private protected async Task<List<(SideCamera Camera, StreamTable Table)>> ReadAsync(StreamTables tables, IReadOnlyList<SideCamera> cameras, CancellationToken cancellationToken)
    {
        var read = await tables.ReadAsync(cameras.Select(c => c.Item), cancellationToken).ConfigureAwait(false);
        var result = new List<(SideCamera, StreamTable)>();
        foreach (var camera in cameras)
        {
            if (read[camera.Item.Key].TryGet(out var table))
            {
                result.Add((camera, table));
            }
            else
            {
                WriteError(RmfErrorRecord.From(read[camera.Item.Key].Error!, camera.Name));
            }
        }

        return result;
    }

    private protected static IEnumerable<RmfStream> Show(SideCamera camera, StreamTable table) => table.Rows.Select(row => new RmfStream
    {
        Camera = camera.Name,
        Id = camera.Item.Key.Id,
        Side = camera.Side.ToString(),
        Site = camera.Item.Key.Site,
        Stream = row.Device,
        Name = row.Name,
        InUse = row.IsUsed,
        LiveDefault = row.IsLiveDefault,
        PlaybackDefault = row.IsPlaybackDefault,
        Record = row.Track.ToString(),
        LiveMode = row.LiveMode,
        Format = string.Join(" ", new[] { row.Codec, row.Resolution, row.FramesPerSecond.Length > 0 ? row.FramesPerSecond + " fps" : "" }.Where(f => f.Length > 0)),
    });

    /// <summary>A camera on one side, by the name that both sides' objects carry.</summary>
    private protected readonly record struct SideCamera(Side Side, string Name, Item Item);
}
