using System.Net;

namespace RMF.XProtect.Tests.Fakes;

/// <summary>An answer that never comes.</summary>
internal sealed class SilentContent : HttpContent
{
    public async Task WaitAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
