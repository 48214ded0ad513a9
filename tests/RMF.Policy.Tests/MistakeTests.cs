using RMF.Testing;

namespace RMF.Policy.Tests;

public sealed class MistakeTests
{
    private const string FiveMistakes =
        """
        apiVersion: rmf/v1
        kind: RedundancyPolicy
        name: harbour
        directon: backup
        sites:
          harbour:
            side: primary
            uri: https://vms-a.example.net
            credential: { type: basic, user: rmf, password: hunter2-plain }
          inland:
            side: secondary
            uri: vms-b.example.net
        recorders:
          primary: [REC-A1, REC-A2]
          secondary: [REC-B1]
        links:
          - primary: REC-A1
            secondary: REC-B1
          - primary: REC-A2
            secondary: REC-B2
        live:
          reactionTime: 10
        """;

    [Fact]
    [Trait("Proof", "bad-input")]
    public void A_policy_with_five_mistakes_gives_five_messages_with_their_places()
    {
        var result = PolicyReader.Parse(FiveMistakes, "harbour.yaml");
        Assert.False(result.IsValid);
        Assert.Equal(5, result.Messages.Count(m => m.Severity == PolicySeverity.Error));
        Assert.DoesNotContain(result.Messages, m => m.ToString().Contains("hunter2", StringComparison.Ordinal));
        Approved.Matches(string.Join('\n', result.Messages.Where(m => m.Severity == PolicySeverity.Error)) + "\n", "five-mistakes.txt");
    }

    [Theory]
    [InlineData("directon: backup", "RMF1101", "Did you mean direction?")]
    [InlineData("reactionTime: 1s", "RMF1101", "It belongs to live.reactionTime")]
    [InlineData("nonsense: 1", "RMF1101", "Keys here: apiVersion")]
    [InlineData("live: { reactionTme: 1s }", "RMF1101", "Did you mean reactionTime?")]
    [InlineData("live: [1]", "RMF1102", "Keys here: priority")]
    [InlineData("live: fast", "RMF1102", "Keys here: priority")]
    [InlineData("manage: { include: everything }", "RMF1102", "Write a list")]
    [InlineData("manage: { include: }", "RMF1107", "[] is the empty list")]
    [InlineData("lifecycle: { add: yes }", "RMF1102", "Did you mean true?")]
    [InlineData("lifecycle: { add: \"true\" }", "RMF1102", "Did you mean true?")]
    [InlineData("lifecycle: { add: 7 }", "RMF1102", "Write true or false")]
    [InlineData("direction: bakup", "RMF1103", "Did you mean backup?")]
    [InlineData("direction: Backup", "RMF1103", "Did you mean backup?")]
    [InlineData("direction: sideways", "RMF1103", "one of: backup, restore")]
    [InlineData("direction:", "RMF1107", "one of: backup, restore")]
    [InlineData("direction: [backup]", "RMF1102", "one of: backup, restore")]
    [InlineData("guards: { deletePercent: 30% }", "RMF1102", "percent sign is left off")]
    [InlineData("guards: { deletePercent: 101 }", "RMF1104", "from 0 to 100")]
    [InlineData("guards: { deletePercent: -1 }", "RMF1104", "from 0 to 100")]
    [InlineData("guards: { deleteCount: 99999999999999999999 }", "RMF1102", "from 0 to 100000")]
    [InlineData("guards: { deleteCount: 1.5 }", "RMF1102", "a whole number")]
    [InlineData("ptz: { tolerance: { pan: 2 } }", "RMF1104", "from 0 to 1")]
    [InlineData("ptz: { tolerance: { pan: 0,005 } }", "RMF1101", "Keys here: pan")]
    [InlineData("ptz: { tolerance: { pan: NaN } }", "RMF1102", "a number from 0 to 1")]
    [InlineData("live: { reactionTime: 10 }", "RMF1106", "Did you mean 10s?")]
    [InlineData("live: { reactionTime: 1.5s }", "RMF1106", "Did you mean 1500ms?")]
    [InlineData("live: { reactionTime: 10 seconds }", "RMF1106", "Did you mean 10s?")]
    [InlineData("live: { reactionTime: soon }", "RMF1106", "from 100ms to 30s")]
    [InlineData("live: { reactionTime: 999999999d }", "RMF1104", "from 100ms to 30s")]
    [InlineData("live: { reactionTime: 1h30m }", "RMF1106", "from 100ms to 30s")]
    [InlineData("apiVersion: rmf/v2", "RMF1005", "Keep one of the two")]
    [InlineData("kind: Policy", "RMF1111", "Write kind: RedundancyPolicy")]
    [InlineData("name: a/b", "RMF1108", "letters, digits")]
    [InlineData("name: \"\"", "RMF1108", "letters, digits")]
    [InlineData("naming: { secondary: B }", "RMF1108", "{name} once")]
    [InlineData("naming: { secondary: \"{name}{name}\" }", "RMF1108", "{name} once")]
    [InlineData("naming: { secondary: \"{name} {site}\" }", "RMF1108", "{name} once")]
    [InlineData("manage: { include: [ {} ] }", "RMF1105", "Give at least one of name")]
    [InlineData("manage: { include: [ { address: 10.0.0.5/8 } ] }", "RMF1108", "10.0.0.0/8")]
    [InlineData("manage: { include: [ { address: 10.0.0.0/33 } ] }", "RMF1108", "0 to 32")]
    [InlineData("manage: { include: [ { address: gate.example.net } ] }", "RMF1108", "address or range")]
    [InlineData("manage: { include: [ { address: \"2001:db8::/129\" } ] }", "RMF1108", "0 to 128")]
    [InlineData("manage: { include: [ { name: a }, { name: a } ] }", "RMF1109", "Keep one of the two")]
    [InlineData("manage: { include: [ { nme: a } ] }", "RMF1101", "Did you mean name?")]
    [InlineData("hardwareCredentials: [ { match: { name: a }, user: root } ]", "RMF1105", "Add password")]
    [InlineData("live: { overrides: [ { priority: secondary } ] }", "RMF1105", "Give match, role or client")]
    [InlineData("guards: { freeze: [ { from: \"22:00\", to: \"22:00\" } ] }", "RMF1209", "after the beginning")]
    [InlineData("guards: { freeze: [ { from: \"22:00\", to: 2026-12-24T18:00:00Z } ] }", "RMF1110", "two times of day or two instants")]
    [InlineData("guards: { freeze: [ { from: 2026-12-25T18:00:00Z, to: 2026-12-24T18:00:00Z } ] }", "RMF1209", "after the beginning")]
    [InlineData("guards: { freeze: [ { from: 2026-12-25T18:00:00, to: 2026-12-26T18:00:00Z } ] }", "RMF1108", "a time of day")]
    [InlineData("guards: { freeze: [ { from: 2026-12-25T18:00:00Z, to: 2026-12-26T18:00:00Z, days: [monday] } ] }", "RMF1110", "days belong to times of day")]
    [InlineData("cameras: [ { camera: a, secondary: S1 } ]", "RMF1207", "Write mode: manual")]
    [InlineData("mode: manual", "RMF1207", "Add cameras")]
    [InlineData("mode: manual\ncameras: [ { camera: a, secondary: S1 }, { camera: a, secondary: S1 } ]", "RMF1109", "A camera has one secondary")]
    [InlineData("mode: manual\ncameras: [ { camera: a, secondary: S2 } ]", "RMF1203", "Did you mean S1?")]
    [InlineData("<<: { mode: auto }", "RMF1009", "Merge keys")]
    [InlineData("? [a]\n: 1", "RMF1009", "Keys are text")]
    [InlineData("name: !!str x", "RMF1004", "Remove the tag")]
    [InlineData("name: ! x", "RMF1004", "Remove the tag")]
    [InlineData("name: *x", "RMF1010", "needs an anchor")]
    [InlineData("live: &x { failback: *x }", "RMF1010", "needs an anchor")]
    [InlineData("conflicts: refuse\nconflicts: refuse", "RMF1005", "Keep one of the two")]
    [InlineData("---\na: 1", "RMF1008", "Remove the line ---")]
    [Trait("Proof", "bad-input")]
    public void One_mistake_gives_one_error_with_its_code_and_what_to_do(string more, string code, string advice)
    {
        var error = Policies.OnlyError(Policies.With(more + "\n"));
        Assert.Equal(code, error.Code);
        Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("p.yaml", error.File);
        Assert.True(error.Line > 6 || error.Code == "RMF1005", error.ToString());
    }

    [Theory]
    [InlineData("uri: https://a.example.net", "uri: a.example.net", "RMF1108")]
    [InlineData("uri: https://a.example.net", "uri: ftp://a.example.net", "RMF1108")]
    [InlineData("uri: https://a.example.net", "uri: https://a.example.net/?x=1", "RMF1108")]
    [InlineData("uri: https://a.example.net", "uri: 'https://u:pw@a.example.net'", "RMF1301")]
    [InlineData("uri: https://a.example.net", "uri: https://b.example.net", "RMF1210")]
    [InlineData("uri: https://a.example.net", "url: https://a.example.net", "RMF1101")]
    [InlineData("side: primary", "side: secondary", "RMF1201")]
    [InlineData("side: primary", "side: both", "RMF1201")]
    [InlineData("side: primary", "side: primry", "RMF1103")]
    [InlineData("  a: {", "  a/b: {", "RMF1108")]
    [InlineData("primary: [P1]", "primary: []", "RMF1202")]
    [InlineData("primary: [P1]", "primary: [P1, P1]", "RMF1109")]
    [InlineData("primary: [P1]", "primary: [P1, P2]", "RMF1204")]
    [InlineData("primary: [P1]", "primary: [b/P1]", "RMF1202")]
    [InlineData("primary: [P1]", "primary: [c/P1]", "RMF1202")]
    [InlineData("primary: [P1], ", "", "RMF1105")]
    [InlineData("{ primary: P1, secondary: S1 }", "{ primary: P9, secondary: S1 }", "RMF1203")]
    [InlineData("{ primary: P1, secondary: S1 }", "{ primary: P1, secondary: P1 }", "RMF1203")]
    [InlineData("{ primary: P1, secondary: S1 }", "{ primry: P1, secondary: S1 }", "RMF1101")]
    [InlineData("{ primary: P1, secondary: S1 }", "{ primary: P1 }", "RMF1105")]
    [InlineData("{ primary: P1, secondary: S1 }", "{ primary: P1, secondary: S1 }, { primary: P1, secondary: S1 }", "RMF1205")]
    [InlineData("{ primary: P1, secondary: S1 }", "{ primary: P1, secondary: S1, storage: { a: } }", "RMF1107")]
    [InlineData("links: [ { primary: P1, secondary: S1 } ]", "", "RMF1204")]
    [InlineData("apiVersion: rmf/v1", "apiVersion: rmf/v1\narchitecture: singleSite\nnaming: { secondary: 'B {name}' }", "RMF1201")]
    [Trait("Proof", "bad-input")]
    public void One_mistake_in_sites_recorders_or_links_gives_one_error(string right, string wrong, string code)
    {
        Assert.Contains(right, Policies.Minimal, StringComparison.Ordinal);
        var error = Policies.OnlyError(Policies.Minimal.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void A_single_site_needs_both_sides_and_names_that_differ()
    {
        const string Text = "architecture: singleSite\nsites: { s: { side: SIDE, uri: https://s.example.net } }\nrecorders: { primary: [P], secondary: [Q] }\nlinks: [ { primary: P, secondary: Q } ]\nnaming: { secondary: NAMING }\n";
        Policies.Valid(Text.Replace("SIDE", "both", StringComparison.Ordinal).Replace("NAMING", "\"{name} (B)\"", StringComparison.Ordinal));
        Assert.Equal("RMF1208", Policies.OnlyError(Text.Replace("SIDE", "both", StringComparison.Ordinal).Replace("NAMING", "\"{name}\"", StringComparison.Ordinal)).Code);
        Assert.Equal("RMF1201", Policies.OnlyError(Text.Replace("SIDE", "primary", StringComparison.Ordinal).Replace("NAMING", "\"{name} (B)\"", StringComparison.Ordinal)).Code);
    }

    [Fact]
    public void Names_that_repeat_need_their_site()
    {
        const string Text = "sites: { a: { side: primary, uri: https://a.example.net }, b: { side: secondary, uri: https://b.example.net }, c: { side: primary, uri: https://c.example.net } }\nrecorders: { primary: [a/R, c/R], secondary: [R] }\n";
        Policies.Valid(Text + "links: [ { primary: a/R, secondary: R }, { primary: c/R, secondary: b/R } ]\n");
        var error = PolicyReader.Parse(Text + "links: [ { primary: R, secondary: R }, { primary: c/R, secondary: R } ]\n", "p.yaml").Messages.First(m => m.Severity == PolicySeverity.Error);
        Assert.Equal("RMF1203", error.Code);
        Assert.Contains("site/REC", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_come_in_the_order_of_the_file_and_stop_at_a_bound()
    {
        var text = Policies.Minimal + "manage:\n  include:\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"    - {{ nam{i}: x }}\n"));
        var result = PolicyReader.Parse(text, "p.yaml");
        Assert.Equal(101, result.Messages.Count);
        Assert.Equal(PolicyCodes.More.Code, result.Messages[^1].Code);
        var lines = result.Messages.SkipLast(1).Select(m => m.Line).ToList();
        Assert.Equal(lines.Order(), lines);
    }

    [Fact]
    public void Codes_are_unique_and_every_one_has_help()
    {
        Assert.Equal(PolicyCodes.All.Count, PolicyCodes.All.Select(c => c.Code).Distinct().Count());
        Assert.Equal(PolicyCodes.All.Select(c => c.Code).Order(), PolicyCodes.All.Select(c => c.Code));
        Assert.All(PolicyCodes.All, c => Assert.EndsWith(".", c.Help, StringComparison.Ordinal));
        var fields = typeof(PolicyCodes).GetFields().Select(f => (PolicyCode)f.GetValue(null)!).ToHashSet();
        Assert.Equal(fields, [.. PolicyCodes.All]);
    }

    [Theory]
    [InlineData("independent", "a, b", "sites.b.uri")]
    [InlineData("federated", "", "sites.a.uri,sites.b.uri")]
    [InlineData("federated", "a", "")]
    public void A_site_without_an_address_is_a_child_of_one_that_has_one(string architecture, string named, string missing)
    {
        var uris = new[] { "a", "b" }.ToDictionary(s => s, s => named == "a, b" ? s == "a" : named == s);
        var text = $$"""
            apiVersion: rmf/v1
            architecture: {{architecture}}
            sites: { a: { side: primary{{(uris["a"] ? ", uri: https://a.example.net" : "")}} }, b: { side: secondary{{(uris["b"] ? ", uri: https://b.example.net" : "")}} } }
            recorders: { primary: [P], secondary: [Q] }
            links: [ { primary: P, secondary: Q } ]
            """;
        Assert.Equal(missing, string.Join(',', PolicyReader.Parse(text, "p.yaml").Messages.Where(m => m.Code == "RMF1105").Select(m => m.Path)));
    }
}
