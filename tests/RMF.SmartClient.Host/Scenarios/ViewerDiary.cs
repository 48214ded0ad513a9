using VideoOS.Platform.Client;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Keeps what a viewer's events told. Belongs to the user interface's thread.</summary>
internal sealed class ViewerDiary
{
    public ViewerDiary(ImageViewerWpfControl viewer)
    {
        viewer.ConnectResponseReceived += (_, e) => Answers.Add(e.ConnectionGranted);
        viewer.ImageDisplayed += (_, _) => Displayed++;
        viewer.RecordedImageReceived += (_, e) => Recorded.Add(e.DateTime);
        viewer.LiveStreamInformationReceived += (_, e) => Told.Add(e.Information);
    }

    public List<bool> Answers { get; } = [];

    public int Displayed { get; private set; }

    public List<DateTime> Recorded { get; } = [];

    public List<string> Told { get; } = [];
}
