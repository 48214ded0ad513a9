using System.Globalization;
using RMF.Engine.Playback.Export;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Export;

/// <summary>
/// Brings progress to the user interface's thread, the newest alone: while one report waits to be shown, older ones give way, so that a busy client is not
/// flooded. Thread-safe.
/// </summary>
/// <param name="platform">The client.</param>
/// <param name="show">Gets this relay, how much is done, and words.</param>
internal sealed class ExportProgressRelay(IClientPlatform platform, Action<ExportProgressRelay, double, string> show) : IProgress<ExportProgress>, IProgress<int>
{
    private readonly object gate = new();
    private (double Done, string Text) newest;
    private bool isPosted;

    public void Report(ExportProgress value)
        => Put(value.Done, string.Format(CultureInfo.InvariantCulture, "{0} pictures, at {1}", value.Frames, ExportRange.Text(value.At, platform.Time.LocalTimeZone)));

    /// <summary>Percent of what is fetched from the camera.</summary>
    public void Report(int value) => Put(value / 100.0, string.Format(CultureInfo.InvariantCulture, "{0} % fetched", value));

    private void Put(double done, string text)
    {
        lock (gate)
        {
            newest = (done, text);
            if (isPosted)
            {
                return;
            }

            isPosted = true;
        }

        platform.Post(() =>
        {
            (double Done, string Text) shown;
            lock (gate)
            {
                shown = newest;
                isPosted = false;
            }

            show(this, shown.Done, shown.Text);
        });
    }
}
