using System.Text.Json.Serialization;

namespace RMF.SmartClient.Host.Checks;

/// <summary>One line of the results: a check, or a measured value.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Check">What was checked, a sentence.</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Milliseconds">How long it took from when it was begun.</param>
internal sealed record CheckLine(string Scenario, string Check, bool Passed, string Detail, long Milliseconds)
{
    /// <summary>A measured value; null for a check.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Value { get; init; }

    /// <summary>The value's unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }
}
