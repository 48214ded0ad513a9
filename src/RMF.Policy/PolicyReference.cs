using System.Text;
using RMF.Policy.Description;
using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy;

/// <summary>The reference of all keys, made of the same description that the reader reads by.</summary>
public static class PolicyReference
{
    /// <summary>Markdown with line feeds: a table of every key, and a table of every message code.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # The policy file

            One YAML file, or a folder whose `*.yaml` and `*.yml` files are merged in the order of their names. Two files of a folder may not say different things about the same key.

            - Unknown keys are errors. Every message carries file, line and column.
            - A duration is a whole number with a unit: `500ms`, `10s`, `5m`, `2h`, `1d`.
            - `true` and `false` are the only Boolean words.
            - No secret stands in the file. A password names where it is kept: `{ secret: NAME }` or `{ environment: NAME }`.
            - Tags, merge keys (`<<`) and more than one document are not read. Anchors and aliases are.
            - A list shows as `[]` and a name of your choice as `*` in the paths below.


            """.Replace("\r\n", "\n"));
        text.Append(FormattableString.Invariant($"Limits: {YamlLimits.MaxBytes / 1024 / 1024} MiB, {YamlLimits.MaxFiles} files, {YamlLimits.MaxDepth} levels, {YamlLimits.MaxNodes} values, {YamlLimits.MaxAliases} aliases.\n"));
        Keys(text);
        Codes(text);
        return text.ToString();
    }

    private static void Keys(StringBuilder text)
    {
        text.Append("\n## Keys\n\n| Key | Value | Default | Meaning |\n|---|---|---|---|\n");
        foreach (var (path, key) in KeyIndex.All())
        {
            text.Append("| `").Append(path).Append("` | ").Append(Cell(Short(key.Shape)))
                .Append(" | ").Append(Default(key)).Append(" | ").Append(Cell(key.Doc)).Append(" |\n");
        }
    }

    private static void Codes(StringBuilder text)
    {
        text.Append("\n## Messages\n\n| Code | Severity | Meaning | What to do |\n|---|---|---|---|\n");
        foreach (var code in PolicyCodes.All)
        {
            text.Append("| ").Append(code.Code).Append(" | ").Append(code.Severity.ToString().ToLowerInvariant())
                .Append(" | ").Append(Cell(code.Title)).Append(" | ").Append(Cell(code.Help)).Append(" |\n");
        }
    }

    // The entries of a list of mappings have rows of their own.
    private static string Short(Shape shape)
        => shape is { IsList: true, Element.Keys.Count: > 0 } ? "list"
            : shape is { IsList: false, Element.Keys.Count: > 0 } ? "mapping by name"
            : shape.Words;

    private static string Default(Key key)
        => key.IsRequired ? "**required**"
            : key.Shape is { Keys.Count: > 0, IsToggle: false } && key.DefaultText == "{}" ? ""
            : key.DefaultText == "none" ? "none"
            : key.DefaultText.IndexOf(' ') >= 0 ? Cell(key.DefaultText)
            : $"`{key.DefaultText}`";

    private static string Cell(string text) => text.Replace("\\|", "|").Replace("|", "\\|").Replace("<", "\\<");
}
