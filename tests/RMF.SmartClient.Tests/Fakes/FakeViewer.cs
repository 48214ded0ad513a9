using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Tests.Fakes;

internal sealed class FakeViewer : IViewer
{
    public List<string> Calls { get; } = [];

    public int Connects => Calls.Count(c => c == "connect");

    public void Connect() => Calls.Add("connect");

    public void Disconnect() => Calls.Add("disconnect");
}
