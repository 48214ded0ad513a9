namespace VideoOS.Platform.Live;

public class LiveSourceContent : IDisposable
{
    internal LiveSourceContent(byte[] content, int width, int height, DateTime beginTime)
    {
        Content = content;
        Width = width;
        Height = height;
        BeginTime = beginTime;
        EndTime = beginTime;
    }

    public byte[] Content { get; }

    public int Width { get; }

    public int Height { get; }

    public DateTime BeginTime { get; }

    public DateTime EndTime { get; }

    public void Dispose()
    {
    }
}
