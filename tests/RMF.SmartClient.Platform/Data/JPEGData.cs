namespace VideoOS.Platform.Data;

public class JPEGData
{
    internal JPEGData(byte[] bytes, DateTime dateTime, DateTime previousDateTime, DateTime nextDateTime, int width, int height)
    {
        Bytes = bytes;
        DateTime = dateTime;
        PreviousDateTime = previousDateTime;
        NextDateTime = nextDateTime;
        Width = width;
        Height = height;
    }

    public byte[] Bytes { get; }

    public DateTime DateTime { get; }

    public DateTime NextDateTime { get; }

    public DateTime PreviousDateTime { get; }

    public int Width { get; }

    public int Height { get; }
}
