using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Live;

public class JPEGLiveSource
{
    private readonly FakeLiveSource source;

    public JPEGLiveSource(Item item) => source = new(this, item);

    public event EventHandler LiveContentEvent;

    public event EventHandler LiveStatusEvent;

    public bool LiveModeStart
    {
        get => source.Started;
        set => source.Start(value);
    }

    public int Width { get; set; }

    public int Height { get; set; }

    public double FPS { get; set; }

    public int Compression { get; set; } = 75;

    public bool KeyFramesOnly { get; set; }

    public void SetWidthHeight()
    {
    }

    public void Init() => source.Init();

    public void Close() => source.Close();

    internal void Content(LiveSourceContent content, Exception exception) => LiveContentEvent?.Invoke(this, new LiveContentEventArgs(content, exception));

    internal void Status(StatusFlags current, StatusFlags changed) => LiveStatusEvent?.Invoke(this, new LiveStatusEventArgs(current, changed));
}
