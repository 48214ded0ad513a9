using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Tasks;

/// <summary>Asks an object for the names of its tasks. Thread-safe.</summary>
internal static class TaskList
{
    /// <summary>True when the object's task list names the task.</summary>
    public static async Task<Outcome<bool>> HasAsync(SiteSession session, string path, string task, CancellationToken cancellationToken)
    {
        var request = WireRequest.Get(path, new Query().TasksOnly().ToString());
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Memory);
                return document.RootElement.TryGetProperty("tasks", out var tasks)
                    && tasks.ValueKind == JsonValueKind.Array
                    && tasks.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.Object && t.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == task);
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "with broken JSON");
            }
        }
    }
}
