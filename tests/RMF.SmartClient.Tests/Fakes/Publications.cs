using RMF.Engine.Tests.Fakes;
using RMF.Policy;
using RMF.Policy.Publishing;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>Policies of sites a and b as they are published, and cameras with numbers for ids.</summary>
internal static class Publications
{
    public static readonly DateTimeOffset Then = new(2026, 3, 1, 11, 0, 0, TimeSpan.Zero);

    private const string Text =
        """
        apiVersion: rmf/v1
        name: harbour
        sites:
          a: { side: primary, uri: http://a.example/ }
          b: { side: secondary, uri: http://b.example/ }
        recorders: { primary: [REC-A1], secondary: [REC-B1] }
        links: [ { primary: REC-A1, secondary: REC-B1 } ]

        """;

    /// <summary>A camera's id on the primary.</summary>
    public static string A(int camera) => new Guid(camera, 1, 0, new byte[8]).ToString("D");

    /// <summary>Its id on the secondary.</summary>
    public static string B(int camera) => new Guid(camera, 2, 0, new byte[8]).ToString("D");

    public static CameraPair Pair(int camera, string recorder = "REC-A1") => new(A(camera), B(camera))
    {
        PrimaryPlace = new PublishedPlace("a", "rec-a", recorder),
        SecondaryPlace = new PublishedPlace("b", "rec-b", "REC-B1"),
    };

    public static IReadOnlyList<CameraPair> ManyPairs(int count) => [.. Enumerable.Range(1, count).Select(i => Pair(i))];

    public static PublishedPolicy Published(long serial, IReadOnlyList<CameraPair> pairs, string more = "")
    {
        var result = PolicyReader.Parse(Text + more, "harbour");
        Assert.True(result.Policy is not null, string.Join("\n", result.Messages));
        return new()
        {
            Serial = serial,
            Text = PolicyWriter.ToYaml(result.Policy),
            Hash = result.Policy.PolicyHash,
            Name = result.Policy.Name,
            Published = Then,
            By = "admin",
            Pairs = pairs,
        };
    }

    public static void Hold(this MemoryPublisher site, PublishedPolicy policy)
    {
        var (head, parts) = PolicyEnvelope.Write(policy, slot: 0);
        for (var i = 0; i < parts.Count; i++)
        {
            site.Options[PublishedOptions.Part(0, i)] = parts[i];
        }

        site.Options[PublishedOptions.Head] = head;
    }
}
