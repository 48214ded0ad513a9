using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RMF.Policy.Shapes;

namespace RMF.Policy.Description;

/// <summary>The content of a policy in one spelling: what differs from the defaults, keys sorted.</summary>
internal static class CanonicalText
{
    public static string Of(RedundancyPolicy policy)
    {
        var content = (JsonObject)PolicyDescription.Root.ToJson(policy, full: false)!;
        content["apiVersion"] = RedundancyPolicy.ApiVersion;
        return CanonicalJson.Write(content);
    }

    public static string Hash(RedundancyPolicy policy)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(Of(policy)));
        var text = new StringBuilder(hash.Length * 2);
        foreach (var b in hash)
        {
            text.Append(b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
