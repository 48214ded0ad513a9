using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>What the walker knows of one value of an answer.</summary>
/// <param name="Place">Its place in the document.</param>
/// <param name="MembersPlace">The place that its members are named below: a schema's name where it is one.</param>
/// <param name="Schema">Its schema; undefined for a value that the document does not declare.</param>
public readonly record struct JudgedValue(string Place, string MembersPlace, JsonElement Schema);
