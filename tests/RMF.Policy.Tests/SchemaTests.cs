using System.Text.Json.Nodes;
using RMF.Testing;
using YamlDotNet.RepresentationModel;

namespace RMF.Policy.Tests;

public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(PolicySchema.ToJson())!.AsObject();

    public static TheoryData<string> Names => Policies.ExampleNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_example_is_valid_by_the_schema(string name)
        => Assert.Empty(MiniSchema.Validate(Schema, Schema, Load(Policies.Example(name)), ""));

    [Theory]
    [InlineData("directon: backup")]
    [InlineData("direction: sideways")]
    [InlineData("live: { reactionTime: 10 }")]
    [InlineData("live: { reactionTime: 10x }")]
    [InlineData("guards: { deletePercent: 101 }")]
    [InlineData("lifecycle: { add: 1 }")]
    [InlineData("manage: { include: everything }")]
    [InlineData("naming: { secondary: B }")]
    [InlineData("apiVersion: rmf/v2")]
    [InlineData("synchronize: { cameras: maybe }")]
    public void What_the_reader_refuses_for_its_form_the_schema_refuses(string more)
    {
        var text = more.StartsWith("apiVersion", StringComparison.Ordinal) ? Policies.Minimal.Replace("apiVersion: rmf/v1", more, StringComparison.Ordinal) : Policies.Minimal + more + "\n";
        Assert.False(PolicyReader.Parse(text, "p.yaml").IsValid);
        Assert.NotEmpty(MiniSchema.Validate(Schema, Schema, Load(text), ""));
    }

    [Fact]
    public void Every_key_of_the_schema_is_read_and_every_key_that_is_read_is_in_the_schema()
    {
        var paths = MiniSchema.Paths(Schema, Schema, "").ToList();
        Assert.True(paths.Count > 120, $"{paths.Count}");
        Assert.Equal(ReferencePaths().Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));

        // Each key on its own, with a value that no key accepts: the reader complains about the value, so it knows the key.
        foreach (var path in paths)
        {
            var text = Nest(path);
            var messages = PolicyReader.Parse(text, "p.yaml").Messages;
            Assert.DoesNotContain(messages, m => m.Code == PolicyCodes.UnknownKey.Code);
            var last = path.Split('.')[^1].Replace("[]", "", StringComparison.Ordinal);
            Assert.Contains(messages, m => m.Severity == PolicySeverity.Error && m.Path.Contains(last, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_key_has_a_description_and_every_default_is_valid()
    {
        foreach (var (owner, name, property) in MiniSchema.Properties(Schema))
        {
            Assert.True(property["description"]?.GetValue<string>().EndsWith('.') == true, $"{owner}.{name} has no description");
            if (property["default"] is { } value)
            {
                Assert.Empty(MiniSchema.Validate(Schema, property, value, name));
            }
        }
    }

    [Fact]
    public void The_schema_is_the_approved_one() => Approved.Matches(PolicySchema.ToJson(), "policy.schema.json");

    private static IEnumerable<string> ReferencePaths()
        => PolicyReference.ToMarkdown().Split('\n')
            .SkipWhile(l => l != "## Keys").TakeWhile(l => l != "## Messages")
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('`')[1]);

    // The text of a policy that holds one key: mappings above it, and above all a value that is never right there.
    private static string Nest(string path)
    {
        var parts = path.Split('.');
        var text = "";
        var indent = 0;
        foreach (var part in parts)
        {
            var isLast = ReferenceEquals(part, parts[^1]);
            var isList = part.EndsWith("[]", StringComparison.Ordinal);
            var key = part == "*" ? "anything" : part.Replace("[]", "", StringComparison.Ordinal);
            text += new string(' ', indent) + key + ":" + (isLast ? " [ [ [] ] ]" : isList ? "\n" + new string(' ', indent) + "  -" : "") + "\n";
            indent += isList ? 4 : 2;
        }

        return text;
    }

    private static JsonNode? Load(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return Convert(yaml.Documents[0].RootNode);
    }

    // The core schema of YAML 1.2, as an editor's language server resolves it.
    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "true" or "false" } b => JsonValue.Create(b.Value == "true"),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "" or "~" or "null" } => null,
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } n when double.TryParse(n.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode s => JsonValue.Create(s.Value),
        _ => throw new InvalidOperationException(node.ToString()),
    };
}
