using System.Text;
using RMF.Simulator.Http;
using RMF.Simulator.Json;

namespace RMF.Simulator.Api;

/// <summary>The answers that are the same everywhere: errors in the shape that live sites send, and the page of the web server itself.</summary>
internal static class Answers
{
    public const int Ok = 200;
    public const int Created = 201;
    public const int NoContent = 204;
    public const int BadRequest = 400;
    public const int Unauthorized = 401;
    public const int NotFound = 404;
    public const int BadGateway = 502;

    private static readonly byte[] NotFoundPage = Encoding.UTF8.GetBytes(HtmlText(NotFound, "File or directory not found.",
        "The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable."));

    public static SimResponse Of(JsonText json, int status = Ok) => new() { Status = status, Body = json.Written };

    public static SimResponse Error(int status, string text, string? property = null, string? textId = null)
    {
        var json = Open(status).Object().Name("errorText").Text(text);
        if (property is not null)
        {
            json.Name("property").Text(property);
        }

        if (textId is not null)
        {
            json.Name("errorTextId").Text(textId);
        }

        return Of(json.EndObject().EndArray().EndObject().EndObject(), status);
    }

    public static SimResponse UnknownRequest() => Error(BadRequest, "Bad request: Unknown request");

    public static SimResponse NoPage() => new() { Status = NotFound, ContentType = SimResponse.Html, Body = NotFoundPage };

    public static SimResponse HtmlPage(int status, string title) =>
        new() { Status = status, ContentType = SimResponse.Html, Body = Encoding.UTF8.GetBytes(HtmlText(status, title, "The service is unavailable.")) };

    /// <summary>The beginning of an error, up to its list of details.</summary>
    public static JsonText Open(int status) =>
        new JsonText().Object().Name("error").Object().Name("httpCode").Whole(status).Name("details").Array();

    private static string HtmlText(int status, string title, string text) =>
        $"""
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml">
        <head><title>{status} - {title}</title></head>
        <body><div id="header"><h1>Server Error</h1></div>
        <div id="content"><h2>{status} - {title}</h2><h3>{text}</h3></div></body>
        </html>
        """;
}
