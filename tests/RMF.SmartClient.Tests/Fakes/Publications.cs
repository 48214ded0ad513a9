using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>Publications of a small harbour: camera n is 00..n on the primary and ff..n on the secondary.</summary>
internal static class Publications
{
    public static readonly PublishedPlace RecA = new("harbour", "aaaaaaaa-0000-0000-0000-000000000001", "REC-A1");
    public static readonly PublishedPlace RecB = new("inland", "bbbbbbbb-0000-0000-0000-000000000001", "REC-B1");

    private static readonly RedundancyPolicy Harbour = PolicyReader.Load(Repository.PathOf("examples/policies/harbour.yaml")).Policy!;

    public static string Camera(int number) => $"00000000-0000-0000-0000-{number:d12}";

    public static string Twin(int number) => $"ffffffff-0000-0000-0000-{number:d12}";

    public static CameraPair Pair(int number) => new(Camera(number), Twin(number)) { PrimaryPlace = RecA, SecondaryPlace = RecB };

    public static PublishedPolicy Of(long serial, LivePolicy? live = null, IEnumerable<CameraPair>? pairs = null)
    {
        var policy = Harbour with { Live = live ?? Quick };
        return new PublishedPolicy
        {
            Serial = serial,
            Text = PolicyWriter.ToYaml(policy),
            Hash = policy.PolicyHash,
            Name = policy.Name,
            Published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(serial),
            By = "HARBOUR\\admin",
            Pairs = [.. pairs ?? Enumerable.Range(1, 64).Select(Pair)],
        };
    }

    /// <summary>Decides in times that a test can play through.</summary>
    public static LivePolicy Quick => new()
    {
        ReactionTime = TimeSpan.FromMilliseconds(500),
        Dwell = TimeSpan.FromSeconds(1),
        Failback = new FailbackPolicy { ValidateFor = TimeSpan.FromSeconds(2) },
    };
}
