using RMF.Engine.Live;
using RMF.Engine.Logs;

namespace RMF.SmartClient.Model.Logs;

/// <summary>
/// The client's log: one JSON object a line, without secrets, in the data folder. Written by the pool, never by the caller; bounded in memory and on the
/// disk. Thread-safe.
/// </summary>
public sealed class ClientLog : ILiveObserver, IAsyncDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "client.jsonl";

    /// <summary>Lines that are less grave are not kept.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;

    /// <summary>Adds a line.</summary>
    public void Add(LogLevel level, string text) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void OnSwitch(TileSwitch moved) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void OnPicture(string tile, TimeSpan gap) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
