using RMF.Simulator;
using VideoOS.Platform;
using VideoOS.Platform.Data;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Recorded pictures and sequences through the client's sources.</summary>
internal sealed class RecordedPicturesScenario : Scenario
{
    public override string Name => "recorded-pictures";

    public override async Task RunAsync(Stage stage)
    {
        var camera = stage.Camera(stage.Lab.Primary, "Fence north 1");
        var wanted = DateTime.UtcNow.AddHours(-2);
        var frame = await Task.Run(() => Read(camera, s => s.GetAtOrBefore(wanted) as JPEGData));
        stage.Check("a picture of two hours ago is there", frame is not null && wanted - frame.DateTime < TimeSpan.FromSeconds(2), $"{frame?.DateTime:O}");
        stage.Check("it is a picture of that camera", frame is not null && SimulatedPicture.TryRead(frame.Bytes, out var picture) && picture is { Side: "PRIMARY", Camera: "FENCE NORTH 1" });
        stage.Check("it has neighbours", frame is not null && frame.PreviousDateTime < frame.DateTime && frame.NextDateTime > frame.DateTime);

        var middle = DateTime.UtcNow.AddHours(-26).AddMinutes(15);
        var sequences = await Task.Run(() => new SequenceDataSource(camera).GetData(middle, TimeSpan.FromHours(2), 10, TimeSpan.FromHours(2), 10).OfType<SequenceData>().ToList());
        stage.Check("the gap of yesterday is between sequences", sequences.Count >= 2 && !sequences.Exists(s => s.EventSequence.StartDateTime < middle && s.EventSequence.EndDateTime > middle),
            string.Join(" ", sequences.Select(s => $"{s.EventSequence.StartDateTime:HH:mm}-{s.EventSequence.EndDateTime:HH:mm}")));
        var nearest = await Task.Run(() => Read(camera, s => s.GetNearest(middle) as JPEGData));
        stage.Check("nearest to the middle of the gap is at its edge", nearest is not null && Math.Abs((nearest.DateTime - middle).TotalMinutes) is > 14 and < 16, $"{nearest?.DateTime:O}");
    }

    private static JPEGData? Read(Item camera, Func<JPEGVideoSource, JPEGData?> read)
    {
        var source = new JPEGVideoSource(camera);
        source.Init();
        try
        {
            return read(source);
        }
        finally
        {
            source.Close();
        }
    }
}
