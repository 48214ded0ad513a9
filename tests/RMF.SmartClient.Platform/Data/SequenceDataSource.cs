using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Data;

public class SequenceDataSource
{
    private readonly Item item;

    public SequenceDataSource(Item item) => this.item = item;

    public List<object> GetData(DateTime dateTime, TimeSpan timeBefore, int maxCountBefore, TimeSpan timeAfter, int maxCountAfter) =>
        GetData(dateTime, timeBefore, maxCountBefore, timeAfter, maxCountAfter, DataType.SequenceTypeGuids.RecordingSequence);

    public List<object> GetData(DateTime dateTime, TimeSpan timeBefore, int maxCountBefore, TimeSpan timeAfter, int maxCountAfter, Guid sequenceType) =>
        FakeSequences.Read(item, dateTime, timeBefore, maxCountBefore, timeAfter, maxCountAfter, sequenceType);

    public List<DataType> GetTypes() => [new(DataType.SequenceTypeGuids.RecordingSequence)];

    public void Close()
    {
    }
}
