using System.Text.Json;
using RMF.Engine.Json;
using RMF.Engine.Logs;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>
/// Writes what operators did as JSON, a line for each side: time (UTC), user, camera, side, site, cameraId, action, status, reason. Lines are added and never
/// changed. Thread-safe.
/// </summary>
public sealed class ActionLog
{
    /// <summary>A log that is longer is moved to <c>.old</c>, whose former content goes.</summary>
    public const long MostBytes = 64L << 20;

    private readonly string path;
    private readonly string user;

    /// <param name="folder">The folder of operator records.</param>
    /// <param name="user">Who acts, where a site does not tell an account.</param>
    public ActionLog(string folder, string user)
    {
        path = Path.Combine(folder, "actions.jsonl");
        this.user = user;
    }

    /// <summary>Null when all was written, else why not.</summary>
    public string? Write(DateTimeOffset now, IReadOnlyList<SideOutcome> outcomes, CameraReach reach)
    {
        if (outcomes.Count == 0)
        {
            return null;
        }

        using var lines = new MemoryStream();
        foreach (var outcome in outcomes)
        {
            using (var json = new Utf8JsonWriter(lines, CanonicalJson.Compact))
            {
                Write(json, now, outcome, reach);
            }

            lines.WriteByte((byte)'\n');
        }

        using var file = new LineFile(path, MostBytes);
        return file.Write(lines.ToArray());
    }

    private void Write(Utf8JsonWriter json, DateTimeOffset now, SideOutcome outcome, CameraReach reach)
    {
        var site = outcome.Action.Target?.Site;
        json.WriteStartObject();
        json.WriteString("time", CanonicalJson.Time(now));
        json.WriteString("user", site is not null && reach.Sites.TryGetValue(site, out var there) && there.Info.Account.Length > 0 ? there.Info.Account : user);
        json.WriteString("camera", outcome.Action.Camera.Name);
        json.WriteString("side", outcome.Action.Side.ToString());
        json.WriteString("site", site);
        json.WriteString("cameraId", outcome.Action.Target?.Id);
        json.WriteString("action", outcome.Action.Intent.ToString());
        json.WriteString("status", outcome.Status.ToString());
        json.WriteString("reason", outcome.Error?.ToString());
        json.WriteEndObject();
    }
}
