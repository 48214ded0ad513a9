namespace VideoOS.Platform.Data;

public class DataType
{
    internal DataType(Guid id) => Id = id;

    public Guid Id { get; }

    public static class SequenceTypeGuids
    {
        public static readonly Guid RecordingSequence = new("53cb5e33-2183-44bd-9491-8364d2457480");
        public static readonly Guid MotionSequence = new("f9c62604-d7c5-4050-ae25-72de51639b14");
    }
}
