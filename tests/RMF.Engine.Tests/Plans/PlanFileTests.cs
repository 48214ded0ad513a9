using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Plans;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;
using RMF.Testing;

namespace RMF.Engine.Tests.Plans;

public sealed class PlanFileTests
{
    [Fact]
    public void A_plan_comes_back_from_its_file_with_all_it_held()
    {
        var plan = SamplePlans.Full();
        var read = Read(PlanWriter.ToBytes(plan));

        Assert.Equal(PlanWriter.ToText(plan), PlanWriter.ToText(read));
        Assert.Equal(plan with { Changes = [], Sites = [], Guards = [], Unknown = [] }, read with { Changes = [], Sites = [], Guards = [], Unknown = [] });
        Assert.Equal(plan.Sites, read.Sites);
        Assert.Equal(plan.Unknown, read.Unknown);
        Assert.Equal(plan.Guards.Select(g => (g.Guard, g.Message, string.Join(',', g.Refuses))), read.Guards.Select(g => (g.Guard, g.Message, string.Join(',', g.Refuses))));
        Assert.Equal(plan.Changes.Count, read.Changes.Count);
        foreach (var (written, back) in plan.Changes.Zip(read.Changes))
        {
            Assert.Equal(written with { Properties = [], DependsOn = [] }, back with { Properties = [], DependsOn = [] });
            Assert.Equal(written.DependsOn, back.DependsOn);

            // A secret's value is the one thing that a file does not hold.
            Assert.Equal(written.Properties.Select(p => p.IsSensitive ? p with { Before = null, After = null } : p), back.Properties);
        }
    }

    [Fact]
    public void A_secret_stands_in_no_plan_file()
    {
        var text = PlanWriter.ToText(SamplePlans.Full());
        Assert.DoesNotContain("never", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"written\"", text, StringComparison.Ordinal);
        Assert.Contains("\"sensitiveProperties\": [\n        \"password\"\n      ]", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_sorted_at_every_level()
    {
        using var document = JsonDocument.Parse(PlanWriter.ToBytes(SamplePlans.Full()));
        var objects = 0;
        void Check(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                objects++;
                var names = element.EnumerateObject().Select(p => p.Name).ToList();
                Assert.Equal(names.Order(StringComparer.Ordinal), names);
                element.EnumerateObject().ToList().ForEach(p => Check(p.Value));
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                element.EnumerateArray().ToList().ForEach(Check);
            }
        }

        Check(document.RootElement);
        Assert.True(objects > 20, $"Only {objects} objects were looked at.");
    }

    [Fact]
    public void The_checksum_is_SHA_256_over_the_compact_file_without_it()
    {
        var bytes = PlanWriter.ToBytes(SamplePlans.Full());
        var node = JsonNode.Parse(bytes)!.AsObject();
        var stated = (string)node["checksum"]!;
        node.Remove("checksum");
        var compact = node.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(compact))), stated);
    }

    public static TheoryData<string> Members => new(JsonNode.Parse(PlanWriter.ToBytes(SamplePlans.Full()))!.AsObject().Select(p => p.Key).Where(k => k is not ("formatVersion" or "checksum")));

    [Theory]
    [MemberData(nameof(Members))]
    public void A_plan_with_one_member_changed_or_gone_is_refused(string member)
    {
        var changed = Edit(root => root[member] = Other(root[member]!));
        Assert.Equal("RMF2102", Refuse(changed).Code);
        Assert.Equal("RMF2102", Refuse(Edit(root => root.Remove(member))).Code);
    }

    [Fact]
    public void A_plan_with_a_member_more_is_refused() => Assert.Equal("RMF2102", Refuse(Edit(root => root["note"] = "approved by me")).Code);

    [Fact]
    public void A_changed_value_deep_inside_is_refused_with_its_message()
    {
        var text = PlanWriter.ToText(SamplePlans.Full()).Replace("0.6", "0.7", StringComparison.Ordinal);
        var failure = Refuse(Encoding.UTF8.GetBytes(text));
        Assert.Equal("p.json was changed after it was written: its checksum does not fit its content.", failure.Message);
        Assert.Equal("Make the plan again with New-RmfPlan. A plan is not meant to be edited: edit the policy.", failure.Advice);
    }

    [Fact]
    public void Other_line_ends_and_indents_do_no_harm()
    {
        var text = PlanWriter.ToText(SamplePlans.Full()).ReplaceLineEndings("\r\n").Replace("  ", "\t", StringComparison.Ordinal);
        Assert.Equal(SamplePlans.Full().Id, Read(Encoding.UTF8.GetBytes(text)).Id);
    }

    [Fact]
    public void A_plan_of_another_format_is_refused_by_its_number_whatever_else_it_holds()
    {
        var failure = Refuse(Encoding.UTF8.GetBytes("""{"formatVersion":2,"changes":"of another shape"}"""));
        Assert.Equal("RMF2101", failure.Code);
        Assert.Equal("p.json is a plan of format 2; this release reads format 1.", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"formatVersion":"1"}""")]
    [InlineData("""{"formatVersion":1}""")]
    [InlineData("""{"formatVersion":1.5}""")]
    [InlineData("<html><body>Sign in</body></html>")]
    public void What_is_no_plan_is_refused_and_never_thrown(string text)
    {
        var failure = Refuse(Encoding.UTF8.GetBytes(text));
        Assert.Equal("RMF2103", failure.Code);
        Assert.StartsWith("p.json is no plan: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_was_cut_off_is_refused_wherever_the_cut_is()
    {
        var bytes = PlanWriter.ToBytes(SamplePlans.Full());
        for (var length = 0; length < bytes.Length - 1; length += 97)
        {
            Assert.Equal("RMF2103", Refuse(bytes[..length]).Code);
        }
    }

    [Fact]
    public void A_forged_checksum_over_members_of_the_wrong_shape_is_refused_and_never_thrown()
    {
        foreach (var member in new[] { "changes", "sites", "summary", "createdAt", "direction", "serial", "unknown", "guards", "lineage" })
        {
            var forged = Edit(root =>
            {
                root[member] = new JsonObject { ["x"] = 1 };
                root.Remove("checksum");
                root["checksum"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Compact(root))));
            });
            Assert.Equal("RMF2103", Refuse(forged).Code);
        }

        static string Compact(JsonObject root)
        {
            var copy = root.DeepClone().AsObject();
            copy.Remove("checksum");
            return copy.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }
    }

    [Fact]
    public async Task The_plan_of_a_small_world_is_as_approved()
    {
        var lab = Lab.Of(
            r => r.Hardware("10.0.0.5", h => h.Named("Gate").Mac("00:40:8c:00:00:05").Camera(0, "Gate 1", c => c.StoreOn("7 days").Setting("brightness", "60")))
                .Hardware("10.0.0.6:8080", h => h.Named("Fence").Camera(0, "Fence 1", c => c.VideoStream("Video stream 1", ("FPS", "12")))),
            r => r.Hardware("10.0.0.5", h => h.Named("Gate").Mac("00:40:8c:00:00:05").Camera(0, "Gate X", c => c.StoreOn("Standby").Setting("brightness", "50").Unread(ItemKind.MotionDetection, "time-out"))),
            """links: [ { primary: REC-A1, secondary: REC-B1, storage: { "7 days": "Second" } } ]""");
        var run = await lab.PlanAsync();
        Approved.Matches(PlanWriter.ToText(run.Plan) + "\n", "small-world.json");
        Assert.Equal(PlanWriter.ToText(run.Plan), PlanWriter.ToText(Read(PlanWriter.ToBytes(run.Plan))));
    }

    private static Plan Read(byte[] bytes)
    {
        Assert.True(PlanReader.Read(bytes, "p.json").TryGet(out var plan, out var failure), failure?.Message);
        return plan;
    }

    private static RunFailure Refuse(byte[] bytes)
    {
        Assert.False(PlanReader.Read(bytes, "p.json").TryGet(out _, out var failure));
        return failure!;
    }

    private static byte[] Edit(Action<JsonObject> edit)
    {
        var root = JsonNode.Parse(PlanWriter.ToBytes(SamplePlans.Full()))!.AsObject();
        edit(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonNode Other(JsonNode node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Skip(1).Select(n => n?.DeepClone())]),
        JsonObject map => Without(map),
        JsonValue value when value.TryGetValue<bool>(out var flag) => JsonValue.Create(!flag),
        JsonValue value when value.TryGetValue<long>(out var number) => JsonValue.Create(number + 1),
        _ => JsonValue.Create(node.GetValue<string>() + "0"),
    };

    private static JsonObject Without(JsonObject map)
    {
        var copy = map.DeepClone().AsObject();
        copy.Remove(map.First().Key);
        return copy;
    }
}
