using static RMF.Policy.PolicySeverity;

namespace RMF.Policy;

/// <summary>Every code that a <see cref="PolicyMessage"/> can carry. 10xx the file, 11xx keys and values, 12xx what they mean together, 13xx secrets and transport, 14xx notices.</summary>
public static class PolicyCodes
{
    /// <summary>The file or folder cannot be read.</summary>
    public static readonly PolicyCode NotReadable = new("RMF1001", Error, "The policy cannot be read", "Check the path and the rights of the account. A folder must hold at least one .yaml or .yml file.");

    /// <summary>A bound on size, depth, nodes or aliases was passed.</summary>
    public static readonly PolicyCode TooLarge = new("RMF1002", Error, "The policy passes a limit", "A policy is at most 4 MiB, 64 levels deep and 500,000 values, aliases counted as what they stand for.");

    /// <summary>The text is not YAML.</summary>
    public static readonly PolicyCode NotYaml = new("RMF1003", Error, "The text is not YAML", "Look at the place that is named and just before it: an unclosed quote or bracket, a missing space after a colon, indentation.");

    /// <summary>A tag such as <c>!!str</c>.</summary>
    public static readonly PolicyCode Tag = new("RMF1004", Error, "Tags are not read", "Remove the tag. Quote a value that must be text.");

    /// <summary>The same key twice in one mapping.</summary>
    public static readonly PolicyCode DuplicateKey = new("RMF1005", Error, "A key stands twice", "Keep one of the two.");

    /// <summary>Nothing in the file.</summary>
    public static readonly PolicyCode Empty = new("RMF1006", Error, "The policy is empty", "Start from examples/policies/minimal.yaml.");

    /// <summary>The document is a list or a value.</summary>
    public static readonly PolicyCode NotAMapping = new("RMF1007", Error, "The policy is not a mapping", "A policy is keys and values, beginning with apiVersion: rmf/v1.");

    /// <summary>More than one YAML document.</summary>
    public static readonly PolicyCode SecondDocument = new("RMF1008", Error, "More than one document", "Remove the line --- or keep the second document in a file of its own.");

    /// <summary>A key that is not plain text.</summary>
    public static readonly PolicyCode BadKey = new("RMF1009", Error, "A key is not text", "Keys are text. Merge keys (<<) and keys that are lists, mappings or aliases are not read.");

    /// <summary>An alias that names no anchor, or its own.</summary>
    public static readonly PolicyCode BadAlias = new("RMF1010", Error, "An alias leads nowhere", "An alias (*name) needs an anchor (&name) that stands before it and does not hold it.");

    /// <summary>Two files of a folder say different things.</summary>
    public static readonly PolicyCode MergeConflict = new("RMF1011", Error, "Two files of the folder disagree", "Keep the key in one of the two files.");

    /// <summary>A tab in the indentation.</summary>
    public static readonly PolicyCode TabIndent = new("RMF1012", Error, "A tab is used as indentation", "Use spaces.");

    /// <summary>Bytes or characters that a YAML file may not hold.</summary>
    public static readonly PolicyCode BadCharacter = new("RMF1013", Error, "A character that cannot stand in a policy", "Save the file as UTF-8 and remove control characters.");

    /// <summary>A key that nobody reads.</summary>
    public static readonly PolicyCode UnknownKey = new("RMF1101", Error, "The key is not known", "Compare with docs/policy.md, or let an editor check the file with the JSON Schema.");

    /// <summary>A list where a text is due, and the like.</summary>
    public static readonly PolicyCode WrongType = new("RMF1102", Error, "The value is of the wrong type", "The message says what is due.");

    /// <summary>A word that is not one of the choices.</summary>
    public static readonly PolicyCode UnknownChoice = new("RMF1103", Error, "The value is not one of the choices", "The message lists them.");

    /// <summary>Outside its range.</summary>
    public static readonly PolicyCode OutOfRange = new("RMF1104", Error, "The value is out of range", "The message says the range.");

    /// <summary>A key that must be there.</summary>
    public static readonly PolicyCode Missing = new("RMF1105", Error, "A key is missing", "Add it; docs/policy.md says which keys are required.");

    /// <summary>A duration without a unit and the like.</summary>
    public static readonly PolicyCode BadDuration = new("RMF1106", Error, "The value is not a duration", "Write a whole number and a unit: 500ms, 10s, 5m, 2h, 1d.");

    /// <summary>A key without a value.</summary>
    public static readonly PolicyCode NoValue = new("RMF1107", Error, "The key has no value", "Give it a value or remove the key.");

    /// <summary>A text that does not have the form that is due.</summary>
    public static readonly PolicyCode BadFormat = new("RMF1108", Error, "The value does not have the right form", "The message says the form.");

    /// <summary>The same thing twice in a list.</summary>
    public static readonly PolicyCode DuplicateEntry = new("RMF1109", Error, "The same thing stands twice in a list", "Keep one of the two.");

    /// <summary>Keys that exclude each other, or an incomplete set of keys.</summary>
    public static readonly PolicyCode BadCombination = new("RMF1110", Error, "These keys do not go together", "The message says which combinations there are.");

    /// <summary>Another format version or kind.</summary>
    public static readonly PolicyCode OtherFormat = new("RMF1111", Error, "The file is of another format", "This version reads apiVersion: rmf/v1 and kind: RedundancyPolicy.");

    /// <summary>The sites do not fit the architecture.</summary>
    public static readonly PolicyCode SitesAndArchitecture = new("RMF1201", Error, "The sites do not fit the architecture", "singleSite has one site with side: both; federated and independent have at least one primary and one secondary site.");

    /// <summary>A recorder's label is wrong.</summary>
    public static readonly PolicyCode BadLabel = new("RMF1202", Error, "A recorder's label does not fit", "A recorder is primary or secondary, once, and its site is on that side.");

    /// <summary>A recorder is named that has no label.</summary>
    public static readonly PolicyCode UnknownRecorder = new("RMF1203", Error, "A recorder is named that has no label", "Name it under recorders, or correct the name.");

    /// <summary>A primary with no secondary.</summary>
    public static readonly PolicyCode NotLinked = new("RMF1204", Error, "A primary has no link", "In mode auto each primary recorder has exactly one secondary.");

    /// <summary>A primary with two secondaries.</summary>
    public static readonly PolicyCode LinkedTwice = new("RMF1205", Error, "A primary has two links", "In mode auto each primary recorder has exactly one secondary.");

    /// <summary>A secondary that nobody uses.</summary>
    public static readonly PolicyCode UnusedSecondary = new("RMF1206", Warning, "A secondary has no link", "Link it, or remove its label.");

    /// <summary>A part that belongs to the other mode.</summary>
    public static readonly PolicyCode WrongMode = new("RMF1207", Error, "The part belongs to the other mode", "links pair recorders in mode auto; cameras map cameras in mode manual.");

    /// <summary>Names of both sides would clash.</summary>
    public static readonly PolicyCode NamingClash = new("RMF1208", Error, "The names of both sides would be the same", "Within one site the secondary's names must differ: naming: { secondary: \"{name} (B)\" }.");

    /// <summary>Timings that contradict each other.</summary>
    public static readonly PolicyCode Timing = new("RMF1209", Error, "The timings contradict each other", "The message shows the numbers and the rule.");

    /// <summary>Two sites at one address.</summary>
    public static readonly PolicyCode SameAddress = new("RMF1210", Error, "Two sites have the same address", "Each site has a management server of its own; one server is architecture: singleSite.");

    /// <summary>A value that has no effect.</summary>
    public static readonly PolicyCode NoEffect = new("RMF1211", Warning, "The value has no effect", "The message says why.");

    /// <summary>A thing that XProtect does not know.</summary>
    public static readonly PolicyCode NotInXProtect = new("RMF1212", Error, "XProtect does not have it", "The message says what to use instead.");

    /// <summary>A secret in the file.</summary>
    public static readonly PolicyCode SecretInFile = new("RMF1301", Error, "A secret stands in the file", "Keep it in a vault (password: { secret: NAME }) or in an environment variable (password: { environment: NAME }), and change it: it has been written down.");

    /// <summary>A password would travel unencrypted.</summary>
    public static readonly PolicyCode PlainHttp = new("RMF1302", Warning, "The site is not encrypted", "Use https.");

    /// <summary>The certificate is not checked.</summary>
    public static readonly PolicyCode TlsNotVerified = new("RMF1303", Warning, "The certificate is not checked", "Install a certificate that the machine trusts, or pin its thumbprint, and remove tls.verify: false.");

    /// <summary>One certificate is accepted whatever it says.</summary>
    public static readonly PolicyCode TlsPinned = new("RMF1304", Warning, "The certificate is pinned", "The pin must be changed together with the certificate.");

    /// <summary>Switched on and not carried out.</summary>
    public static readonly PolicyCode NotYet = new("RMF1401", Warning, "Not carried out yet", "The key is read and checked; this version does nothing with it.");

    /// <summary>More messages than are shown.</summary>
    public static readonly PolicyCode More = new("RMF1402", Warning, "There are more messages", "Correct those that are shown, and read the policy again.");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<PolicyCode> All { get; } =
    [
        NotReadable, TooLarge, NotYaml, Tag, DuplicateKey, Empty, NotAMapping, SecondDocument, BadKey, BadAlias, MergeConflict, TabIndent, BadCharacter,
        UnknownKey, WrongType, UnknownChoice, OutOfRange, Missing, BadDuration, NoValue, BadFormat, DuplicateEntry, BadCombination, OtherFormat,
        SitesAndArchitecture, BadLabel, UnknownRecorder, NotLinked, LinkedTwice, UnusedSecondary, WrongMode, NamingClash, Timing, SameAddress, NoEffect, NotInXProtect,
        SecretInFile, PlainHttp, TlsNotVerified, TlsPinned, NotYet, More,
    ];
}
