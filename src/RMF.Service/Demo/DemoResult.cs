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

    /// <summary>Cameras that were open from both sides.</summary>
    [JsonPropertyName("tiles")]
    public int Tiles { get; init; }

    /// <summary>Tiles that left the killed recording server.</summary>
    [JsonPropertyName("switched")]
    public int Switched { get; init; }

    /// <summary>From the last picture of the killed server to the first of the other: half of the tiles had no longer gap.</summary>
    [JsonPropertyName("gapMsP50")]
    public double? GapMsP50 { get; init; }

    [JsonPropertyName("gapMsP99")]
    public double? GapMsP99 { get; init; }

    /// <summary>Tiles that went home after it came back.</summary>
    [JsonPropertyName("wentHome")]
    public int WentHome { get; init; }

    /// <summary>Switches that nothing had caused.</summary>
    [JsonPropertyName("falseSwitches")]
    public int FalseSwitches { get; init; }

    /// <summary>Pieces of the export of the outage; one side alone has none of it whole.</summary>
    [JsonPropertyName("segments")]
    public int Segments { get; init; }

    /// <summary>What neither side has of it.</summary>
    [JsonPropertyName("holes")]
    public int Holes { get; init; }

    /// <summary>Pictures in its files.</summary>
    [JsonPropertyName("pictures")]
    public long Pictures { get; init; }

    /// <summary>What is wrong with its files.</summary>
    [JsonPropertyName("exportFaults")]
    public int ExportFaults { get; init; }

    /// <summary>The share of the time that both sides together have recorded, 0 to 1.</summary>
    [JsonPropertyName("unionCoverage")]
    public double UnionCoverage { get; init; }

    [JsonPropertyName("seconds")]
    public double Seconds { get; init; }

    /// <summary>All that the demo is to show came true.</summary>
    [JsonIgnore]
    public bool IsTrue => Planned > 0 && Applied == Planned && Verified == Planned && Replanned == 0 && DriftInjected > 0 && DriftFound == DriftInjected && DriftLeft == 0
        && Tiles > 0 && Switched == Tiles && WentHome == Tiles && FalseSwitches == 0
        && Segments == 2 && Holes == 0 && Pictures > 0 && ExportFaults == 0 && UnionCoverage == 1;
}
