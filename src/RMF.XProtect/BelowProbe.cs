using System.Text.Json;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect;

/// <summary>
/// Finds out whether a server makes a group below another one. The interface of 2025 R2 and the revision after it declare GET alone there, so the server is
/// asked by OPTIONS, which changes nothing, and only an answer that names POST counts. Thread-safe.
/// </summary>
internal static class BelowProbe
{
    /// <summary>Asks once for each kind and session; what cannot be asked stays open.</summary>
    /// <param name="session">The site.</param>
    /// <param name="binding">The kind.</param>
    /// <param name="group">A group that exists.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task AskAsync(SiteSession session, Binding binding, string group, CancellationToken cancellationToken)
    {
        if (binding is not { Way: ReadWay.Groups, CanCreate: true } || session.MakesBelow.ContainsKey(binding.Kind))
        {
            return;
        }

        var reply = await session.Gateway.SendAsync(WireRequest.Options($"{binding.Resource}/{group}/{binding.Resource}"), cancellationToken).ConfigureAwait(false);
        session.MakesBelow[binding.Kind] = reply.Answer?.Allow.Contains("POST", StringComparer.OrdinalIgnoreCase) == true;
        reply.Answer?.Dispose();
    }

    /// <summary>The id of the first object of a collection; null when there is none.</summary>
    public static string? FirstId(Answer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Memory);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("array", out var array) && array.ValueKind == JsonValueKind.Array && array.GetArrayLength() > 0
                && array[0].ValueKind == JsonValueKind.Object && array[0].TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            return null;
        }
    }
}
