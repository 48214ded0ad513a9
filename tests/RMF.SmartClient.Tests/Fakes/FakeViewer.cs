using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A viewer that a test speaks for.</summary>
internal sealed class FakeViewer : IViewer
{
    public FakeViewer(IClientPlatform platform) => Evidence = new ViewerEvidence(platform, this);

    public ViewerEvidence Evidence { get; }

    public int Connects { get; private set; }

    public int Disconnects { get; private set; }

    /// <summary>It shows frames whenever it is asked to.</summary>
    public bool Plays { get; set; } = true;

    public void Connect() => Connects++;

    public void Disconnect() => Disconnects++;

    public void Frame()
    {
        if (Plays)
        {
            Evidence.Displayed();
        }
    }
}
