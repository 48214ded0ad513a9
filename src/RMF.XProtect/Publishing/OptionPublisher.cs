using RMF.Engine.Ports;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Publishing;

/// <summary>
/// Texts as options of a plug-in, by the two tasks of <c>mipKinds</c>: what a plug-in reads with <c>Configuration.GetOptionsConfiguration</c>.
/// Thread-safe.
/// </summary>
internal sealed class OptionPublisher(SiteSession session) : IPolicyPublisher
{
    private const string Path = "mipKinds";
    private const string ReadTask = "GetMIPOptionProperty";
    private const string WriteTask = "SetMIPOptionProperty";

    /// <summary>The version of the text's form, for the site alone; our own stands in the text.</summary>
    private const int DataVersion = 1;

    public async Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken)
    {
        var body = JsonBody.Object(json =>
        {
            json.WriteString("optionId", option);
            json.WriteBoolean("userPrivate", false);
        });
        var end = await new TaskRunner(session).RunAsync(Path, ReadTask, body, [], changes: false, cancellationToken).ConfigureAwait(false);
        return end.Error is { } error ? Told(error) : Outcome<string>.Of(end.TextOf("xML") ?? "");
    }

    public async Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken)
    {
        var body = JsonBody.Object(json =>
        {
            json.WriteNumber("dataVersion", DataVersion);
            json.WriteString("optionId", option);
            json.WriteBoolean("userPrivate", false);
            json.WriteString("xML", xml);
        });
        var end = await new TaskRunner(session).RunAsync(Path, WriteTask, body, [], changes: true, cancellationToken).ConfigureAwait(false);
        return end.Error is { } error ? Told(error) : null;
    }

    /// <summary>A site that has no such task says so in one of several ways; people need one answer.</summary>
    private static SiteError Told(SiteError error)
        => error.Kind == SiteErrorKind.NotFound || (error.Kind == SiteErrorKind.BadRequest && error.Message.IndexOf("task", StringComparison.OrdinalIgnoreCase) >= 0 && error.Property == "task")
            ? error with { Kind = SiteErrorKind.NotSupported, Advice = "This XProtect release keeps no options over its REST interface. Clients go by the local copy of the policy there." }
            : error;
}
