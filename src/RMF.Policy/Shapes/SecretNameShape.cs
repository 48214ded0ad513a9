using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>The name of a secret. What is not a name may be the secret itself, so a message never shows it.</summary>
internal sealed class SecretNameShape(string words, bool isVariable) : Shape<string>
{
    private const int MaxLength = 128;

    public override string Words => words;

    public override bool IsText => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out string value)
    {
        value = "";
        if (!TryScalar(node, reading, path, words, out var scalar))
        {
            return false;
        }

        if (!IsName(scalar.Value))
        {
            reading.Report(PolicyCodes.SecretInFile, path, node, $"{path} is not {words}; it looks like the secret itself");
            return false;
        }

        value = scalar.Value;
        return true;
    }

    public override JsonNode? ToJson(string value, bool full) => JsonValue.Create(value);

    public override JsonObject Schema(JsonObject definitions)
        => new() { ["type"] = "string", ["pattern"] = isVariable ? "^[A-Za-z_][A-Za-z0-9_]{0,127}$" : "^[A-Za-z0-9_][A-Za-z0-9_./-]{0,127}$" };

    private bool IsName(string text)
        => text.Length is > 0 and <= MaxLength
            && IsLetterDigitOrLine(text[0])
            && !(isVariable && text[0] is >= '0' and <= '9')
            && text.All(c => IsLetterDigitOrLine(c) || (!isVariable && c is '.' or '/' or '-'));

    private static bool IsLetterDigitOrLine(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
