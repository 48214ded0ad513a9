using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.XProtect.Playback;

/// <summary>One way to ask for recorded sequences. Thread-safe.</summary>
internal interface ISequenceWay
{
    /// <summary>Those that touch a range, the oldest first, or an error.</summary>
    Task<Outcome<SequencePage>> AskAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken);
}
