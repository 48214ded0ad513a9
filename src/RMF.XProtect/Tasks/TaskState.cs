using System.Globalization;
using System.Text.Json;
using RMF.XProtect.Errors;
using RMF.XProtect.Json;

namespace RMF.XProtect.Tasks;

/// <summary>One look at a task. Not all members are present at all times.</summary>
/// <param name="State">E.g. <c>Idle</c>, <c>InProgress</c>, <c>Success</c>, <c>Error</c>.</param>
/// <param name="TaskId">The task's id, where the answer is to its start and it was queued.</param>
/// <param name="ErrorCode">XProtect's number, where it failed.</param>
/// <param name="ErrorText">Its words.</param>
internal sealed record TaskState(string State, string? TaskId, int? ErrorCode, string ErrorText)
{
    /// <summary>Percent; null where it does not say.</summary>
    public int? Progress { get; init; }

    public bool IsSuccess => State is "Success" or "Completed";

    public bool IsError => State is "Error" or "Failed";

    public static TaskState Read(JsonElement element)
        => new(TextOf(element, "state") ?? string.Empty, TaskIdOf(element), CodeOf(element), TextOf(element, "errorText") ?? string.Empty)
        {
            Progress = int.TryParse(TextOf(element, "progress"), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : null,
        };

    private static string? TaskIdOf(JsonElement element)
    {
        if (!element.TryGetProperty("path", out var path))
        {
            return null;
        }

        if (path.ValueKind == JsonValueKind.Object)
        {
            return TextOf(path, "type") == "tasks" ? Safe(TextOf(path, "id")) : null;
        }

        const string prefix = "tasks/";
        return path.TextOrNull() is { } text && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? Safe(text.Substring(prefix.Length)) : null;
    }

    /// <summary>A task's id becomes a part of a path.</summary>
    private static string? Safe(string? id) => id is { Length: > 0 } && id.All(static c => c is '-' || (c < 128 && char.IsLetterOrDigit(c))) ? id : null;

    private static int? CodeOf(JsonElement element)
    {
        var told = TextOf(element, "errorCode");
        return int.TryParse(told, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) && code != 0 ? code : VmoCodes.Find(told) ?? VmoCodes.Find(TextOf(element, "errorText"));
    }

    private static string? TextOf(JsonElement element, string name)
        => !element.TryGetProperty(name, out var value) ? null
            : value.ValueKind == JsonValueKind.String ? value.TextOrNull()
            : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
            : null;
}
