namespace VideoOS.Platform.Data;

public class SequenceData
{
    internal SequenceData(EventSequence eventSequence) => EventSequence = eventSequence;

    public EventSequence EventSequence { get; }
}
