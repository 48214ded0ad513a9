using RMF.Core.Inventory;
using RMF.Engine.Logs;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Pairs;
using RMF.SmartClient.Model.Sites;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model.Actions;

/// <summary>The camera of a tile of the session.</summary>
internal sealed class TileCamera(TileModel tile) : ITileCamera
{
    public IClientPlatform Platform => tile.Session.Platform;

    public string Title => tile.Title;

    public Side? LiveShown => tile.Shown;

    public CameraNow Now()
    {
        var reach = SessionReach.Of(tile.Session);
        var primary = Place(tile.Primary);
        var secondary = tile.Secondary is { } other ? Place(other) : null;
        var camera = new OperatorCamera(tile.Title, primary, secondary);
        return new CameraNow(camera, new RecordedPair(tile.Title, Source(tile.Primary, primary), tile.Secondary is { } end ? Source(end, secondary!) : null), reach with { Cameras = [camera] }, tile.Session.Policy?.Policy);
    }

    public void Log(string text) => tile.Session.Log.Add(LogLevel.Information, text);

    // A publication of an earlier release, or none, tells no site: where there is one log-in alone it is that one.
    private SideCamera Place(PairedEnd end)
        => new(end.Site.Length > 0 ? end.Site : tile.Session.Sites.Count == 1 ? tile.Session.Sites[0].Info.Name : "", end.CameraId) { RecorderId = end.RecorderId.Length > 0 ? end.RecorderId : null };

    private RecordedSource Source(PairedEnd end, SideCamera place)
    {
        var camera = new RecordedCamera(end.CameraId, end.RecorderId);
        var site = tile.Session.SiteOf(place.Site);

        // The client's own means find a camera by its id, whichever site has it.
        site ??= place.Site.Length == 0 ? tile.Session.Sites.FirstOrDefault(s => s.HasRecordings) : null;
        IRecordings recordings = site is { HasRecordings: true } ? site.Recordings : new UnreachableRecordings(site?.WhyNot ?? SessionReach.NoLogin(place.Site));
        return new RecordedSource(recordings, camera, place.Site, end.RecorderName) { Name = tile.Title };
    }
}
