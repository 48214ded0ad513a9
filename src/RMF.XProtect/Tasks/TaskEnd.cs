using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Json;

namespace RMF.XProtect.Tasks;

/// <summary>How a task of the server ended.</summary>
/// <param name="Error">Why it did not succeed; null when it did.</param>
/// <param name="MayHaveHappened">With an error: true when its effect is not known.</param>
/// <param name="Result">What the task said at its end; undefined when it said nothing.</param>
internal sealed record TaskEnd(SiteError? Error, bool MayHaveHappened, JsonElement Result)
{
    public static TaskEnd Failed(SiteError error, bool mayHaveHappened) => new(error, mayHaveHappened, default);

    /// <summary>A text member of the result in any case of its letters.</summary>
    public string? TextOf(string name)
    {
        if (Result.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in Result.EnumerateObject())
            {
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.String)
                {
                    return member.Value.TextOrNull();
                }
            }
        }

        return null;
    }
}
