namespace RMF.Engine.Ports;

/// <summary>Recorded pictures of one camera over one connection. One call at a time.</summary>
public interface IRecordedFrames : IAsyncDisposable
{
    /// <summary>
    /// The picture that is shown at a time: the last one taken at or before it, else the first one after it. Null where nothing is recorded.
    /// A connection that broke is an error; the caller opens another one.
    /// </summary>
    Task<Outcome<RecordedFrame?>> GotoAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
