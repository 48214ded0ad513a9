using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Data;

public class JPEGVideoSource
{
    private readonly FakeVideoSource source;

    public JPEGVideoSource(Item item) => source = new(item);

    public void Init() => source.Init();

    public void Close() => source.Close();

    public object Get(DateTime dateTime) => source.At(dateTime, FakeSeek.Exact);

    public object GetAtOrBefore(DateTime dateTime) => source.At(dateTime, FakeSeek.AtOrBefore);

    public object GetNearest(DateTime dateTime) => source.At(dateTime, FakeSeek.Nearest);

    public JPEGData GetBegin() => source.At(DateTime.MinValue, FakeSeek.Begin);

    public JPEGData GetEnd() => source.At(DateTime.MaxValue, FakeSeek.End);

    public object GetNext() => source.At(DateTime.MinValue, FakeSeek.Next);

    public object GetPrevious() => source.At(DateTime.MinValue, FakeSeek.Previous);
}
