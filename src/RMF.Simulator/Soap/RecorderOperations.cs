namespace RMF.Simulator.Soap;

/// <summary>Which class carries out which operation of a recorder. What is not listed is answered as not supported.</summary>
internal static class RecorderOperations
{
    public static IReadOnlyDictionary<string, IRecorderOperation> All { get; } = new Dictionary<string, IRecorderOperation>(StringComparer.Ordinal)
    {
        ["StartManualRecording"] = new ManualRecordingOperation(on: true),
        ["StopManualRecording"] = new ManualRecordingOperation(on: false),
        ["IsManualRecording"] = new ManualRecordingOperation(on: null),
        ["SequencesGetTypes"] = new SequencesGetTypesOperation(),
        ["SequencesGet"] = SequencesOperation.Between,
        ["SequencesGetAround"] = SequencesOperation.Around,
        ["SequencesGetAroundWithSpan"] = SequencesOperation.AroundWithSpan,
        ["GetRetentionTimeLimit"] = new RetentionOperation(),
        ["JPEGGetAt"] = PictureOperation.At,
        ["JPEGGetAtOrBefore"] = PictureOperation.AtOrBefore,
        ["JPEGGetAtOrAfter"] = PictureOperation.AtOrAfter,
        ["JPEGGetLive"] = new LivePictureOperation(),
    };
}
