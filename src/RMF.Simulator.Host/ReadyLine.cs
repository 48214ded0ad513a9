using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RMF.Simulator.Host;

/// <summary>The one line that tells whoever started the program where to find what. It carries the password: the site is not real.</summary>
internal static class ReadyLine
{
    public static string Of(SimulatedSite site)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteBoolean("ready", true);
            json.WriteString("site", site.Name);
            json.WriteString("baseUrl", site.BaseUri.AbsoluteUri.TrimEnd('/'));
            json.WriteString("basicUser", site.BasicUser);
            json.WriteString("password", site.Password);
            json.WriteStartArray("recorders");
            foreach (var recorder in site.Recorders)
            {
                json.WriteStartObject();
                json.WriteString("name", recorder.Name);
                json.WriteNumber("imageServerPort", recorder.Port);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
