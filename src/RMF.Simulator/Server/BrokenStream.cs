namespace RMF.Simulator.Server;

/// <summary>The beginning of a body, then an error or nothing for ever.</summary>
internal sealed class BrokenStream(ReadOnlyMemory<byte> start, bool stalls) : Stream
{
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = start.Length - position;
        if (left > 0)
        {
            var taken = Math.Min(left, buffer.Length);
            start.Slice(position, taken).CopyTo(buffer);
            position += taken;
            return taken;
        }

        if (stalls)
        {
            var never = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            return await never.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        throw new IOException("Connection reset by peer.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
