using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Tests.Live;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A tile whose viewers a test speaks for.</summary>
internal sealed class TestTile(TileModel model, TimeProvider time)
{
    private readonly Dictionary<Side, FakeFrames> frames = new() { [Side.Primary] = new FakeFrames(time), [Side.Secondary] = new FakeFrames(time) };
    private readonly HashSet<Side> silent = [];

    public TileModel Model => model;

    public FakeFrames Of(Side side) => frames[side];

    public FakeStream Stream(Side side) => frames[side].Streams[^1];

    public void OpenLive()
    {
        if (model.Secondary is null)
        {
            model.OpenLive(frames[Side.Primary]);
        }
        else
        {
            model.OpenLive(frames[Side.Primary], frames[Side.Secondary]);
        }
    }

    public void Silence(params Side[] sides) => silent.UnionWith(sides);

    public void Speak() => silent.Clear();

    /// <summary>The connection breaks, and no frame comes until it speaks again.</summary>
    public void Lose(Side side, string reason, StreamLossKind kind = StreamLossKind.ConnectionLost)
    {
        silent.Add(side);
        Stream(side).Lose(kind, reason);
    }

    public void Frame()
    {
        foreach (var side in frames.Keys.Where(s => !silent.Contains(s)))
        {
            foreach (var stream in frames[side].Streams.Where(s => !s.IsClosed))
            {
                stream.Frame();
            }
        }
    }
}
