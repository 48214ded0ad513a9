using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary><c>{ secret: NAME }</c> or <c>{ environment: NAME }</c>; anything else is taken for a secret that someone wrote down.</summary>
internal sealed class SecretShape : Shape<SecretReference>
{
    // Before Instance: its keys read it.
    private static readonly Written None = new();

    public static readonly SecretShape Instance = new();

    private readonly ObjectShape<Written> inner = new(
        "secret",
        None,
        [
            new Key<Written, string>(
                "secret",
                "The name of a secret in a PowerShell SecretManagement vault.",
                None,
                new SecretNameShape("the name of a secret", isVariable: false),
                w => w.Secret,
                (w, v) => w with { Secret = v }),
            new Key<Written, string>(
                "environment",
                "The name of an environment variable that holds the secret.",
                None,
                new SecretNameShape("the name of an environment variable", isVariable: true),
                w => w.Environment,
                (w, v) => w with { Environment = v }),
        ],
        ExactlyOne);

    public override string Words => "`{ secret: NAME }` or `{ environment: NAME }`";

    public override IReadOnlyList<Key> Keys => inner.Keys;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out SecretReference value)
    {
        value = new(SecretStore.Secret, "");
        if (node is ScalarNode { IsNull: false } or SequenceNode)
        {
            reading.Report(PolicyCodes.SecretInFile, path, node, $"{path} holds a secret");
            return false;
        }

        if (!inner.TryRead(node, reading, path, out var written))
        {
            return false;
        }

        value = written.Secret is { } name ? new(SecretStore.Secret, name) : new(SecretStore.Environment, written.Environment ?? "");
        return true;
    }

    public override JsonNode? ToJson(SecretReference value, bool full)
        => new JsonObject { [value.Store == SecretStore.Secret ? "secret" : "environment"] = value.Name };

    public override JsonObject Schema(JsonObject definitions) => inner.Schema(definitions);

    private static bool ExactlyOne(Written value, PolicyNode node, Reading reading, string path)
    {
        if (value.Secret is null == value.Environment is null)
        {
            reading.Report(PolicyCodes.BadCombination, path, node, $"{path} names {(value.Secret is null ? "no store" : "two stores")}", "Write { secret: NAME } or { environment: NAME }.");
            return false;
        }

        return true;
    }

    private sealed record Written
    {
        public string? Secret { get; init; }

        public string? Environment { get; init; }
    }
}
