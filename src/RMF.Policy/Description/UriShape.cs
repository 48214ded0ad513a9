using System.Text.Json.Nodes;
using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Description;

/// <summary>An absolute http or https address without user information, query and fragment.</summary>
internal sealed class UriShape : Shape<Uri>
{
    private const int MaxLength = 2_000;

    private const string Due = "an address such as https://vms.example.net";

    public override string Words => "absolute `https` or `http` address";

    public override bool IsText => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out Uri value)
    {
        value = new("https://localhost/");
        if (!TryScalar(node, reading, path, Due, out var scalar))
        {
            return false;
        }

        var text = scalar.Value;
        if (text.Length > MaxLength
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.Host.Length == 0)
        {
            // What stands before an @ may be a password.
            var shown = text.IndexOf('@') >= 0 ? "" : $", '{Quote.Short(text)}',";
            reading.Report(PolicyCodes.BadFormat, path, node, $"{path}{shown} is not an absolute http or https address", $"Write {Due}.");
            return false;
        }

        if (uri.UserInfo.Length > 0)
        {
            reading.Report(PolicyCodes.SecretInFile, path, node, $"{path} holds a user before the @", "Remove it from the address; name the account under credential.");
            return false;
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            reading.Report(PolicyCodes.BadFormat, path, node, $"{path} goes on after the path with ? or #", $"Write {Due}.");
            return false;
        }

        if (uri.AbsolutePath.Length > 1)
        {
            reading.Report(PolicyCodes.BadFormat, path, node, $"{path} names a path", $"Write the server alone, {Due}: the API gateway is found from there.");
            return false;
        }

        value = uri;
        return true;
    }

    public override JsonNode? ToJson(Uri value, bool full)
        => JsonValue.Create(value.AbsolutePath == "/" ? value.AbsoluteUri.TrimEnd('/') : value.AbsoluteUri);

    public override JsonObject Schema(JsonObject definitions)
        => new() { ["type"] = "string", ["format"] = "uri", ["pattern"] = "^[Hh][Tt][Tt][Pp][Ss]?://" };
}
