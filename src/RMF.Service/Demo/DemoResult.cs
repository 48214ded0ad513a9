using System.Text.Json.Serialization;

namespace RMF.Service.Demo;

/// <summary>The demo in numbers; the members are the JSON of <c>--json</c>.</summary>
internal sealed record DemoResult
{
    [JsonPropertyName("planned")]
    public int Planned { get; init; }

    [JsonPropertyName("applied")]
    public int Applied { get; init; }

    [JsonPropertyName("verified")]
    public int Verified { get; init; }

    [JsonPropertyName("replanned")]
    public int Replanned { get; init; }

    [JsonPropertyName("driftInjected")]
    public int DriftInjected { get; init; }

    [JsonPropertyName("driftFound")]
    public int DriftFound { get; init; }

    [JsonPropertyName("driftLeft")]
    public int DriftLeft { get; init; }

    [JsonPropertyName("seconds")]
    public double Seconds { get; init; }

    /// <summary>All that the demo is to show came true.</summary>
    [JsonIgnore]
    public bool IsTrue => Planned > 0 && Applied == Planned && Verified == Planned && Replanned == 0 && DriftInjected > 0 && DriftFound == DriftInjected && DriftLeft == 0;
}
