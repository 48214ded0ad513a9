namespace RMF.Simulator.Tests.Contract;

/// <summary>The strict check on a document of our own: these run without the real one.</summary>
public sealed class ContractCheckTests
{
    [Fact]
    public void A_whole_answer_has_no_faults() =>
        Assert.Empty(TinyContract.Judge(TinyContract.OneBoat(TinyContract.Boat)));

    [Theory]
    [InlineData("\"masts\":1", "\"masts\":1.5", FindingKind.WrongType, "boats.masts")]
    [InlineData("\"masts\":1", "\"masts\":\"1\"", FindingKind.WrongType, "boats.masts")]
    [InlineData("\"masts\":1", "\"masts\":null", FindingKind.WrongType, "boats.masts")]
    [InlineData("\"length\":9.5", "\"length\":\"9.5\"", FindingKind.WrongType, "boats.length")]
    [InlineData("\"afloat\":true", "\"afloat\":\"true\"", FindingKind.WrongType, "boats.afloat")]
    [InlineData("\"afloat\":true,", "", FindingKind.MissingMember, "boats.afloat")]
    [InlineData("\"afloat\"", "\"floats\"", FindingKind.UndeclaredMember, "boats.floats")]
    [InlineData("Sloop", "Galleon", FindingKind.UndeclaredValue, "boats.rig")]
    [InlineData("1b9d9d0f-6d55", "1b9d9d0f6d55", FindingKind.WrongFormat, "boats.id")]
    [InlineData("2024-05-01T00:00:00.0000000Z", "2024-05-01T00:00:00Z", FindingKind.WrongFormat, "boats.built")]
    [InlineData("[\"red\",\"white\"]", "[\"red\",3]", FindingKind.WrongType, "boats.colours[]")]
    [InlineData("\"self\":{\"type\":\"boats\"}", "\"self\":{}", FindingKind.MissingMember, "boats.relations.self.type")]
    [InlineData("\"colours\"", "\"sails\":[],\"colours\"", FindingKind.UnaskedMember, "boats.sails")]
    public void A_spoiled_answer_is_caught(string good, string bad, FindingKind kind, string where)
    {
        Assert.Contains(good, TinyContract.Boat, StringComparison.Ordinal);

        var findings = TinyContract.Judge(TinyContract.OneBoat(TinyContract.Boat.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains(findings, finding => finding.Kind == kind && finding.Where == where);
    }

    [Theory]
    [InlineData("2024-05-01T00:00:00.0000000")]
    [InlineData("2024-05-01T00:00:00.0000000+02:00")]
    [InlineData("0001-01-01T00:00:00.0000000")]
    public void Every_spelling_of_an_instant_is_taken(string instant) =>
        Assert.Empty(TinyContract.Judge(TinyContract.OneBoat(
            TinyContract.Boat.Replace("2024-05-01T00:00:00.0000000Z", instant, StringComparison.Ordinal))));

    [Fact]
    public void An_empty_object_is_not_an_answer() =>
        Assert.Contains(TinyContract.Judge(TinyContract.Get("/boats", "{}")), finding => finding.Kind == FindingKind.MissingMember);

    [Fact]
    public void A_member_that_comes_twice_is_a_fault() =>
        Assert.Contains(TinyContract.Judge(TinyContract.Get("/boats", """{"array":[],"array":[]}""")), finding => finding.Kind == FindingKind.NotJson);

    [Theory]
    [InlineData("noData", """{}""", true)]
    [InlineData("noData&tasks", """{"tasks":[{"name":"Hoist"}]}""", true)]
    [InlineData("tasks&noData", """{}""", false)]
    [InlineData("", """{}""", false)]
    public void The_query_decides_which_parts_come(string query, string body, bool good) =>
        Assert.Equal(good, TinyContract.Judge(TinyContract.Get("/boats/7", body, query)).Count == 0);

    [Fact]
    public void Children_come_when_they_are_asked_for()
    {
        var boat = TinyContract.Boat.Replace("\"colours\"", "\"sails\":[{\"area\":3,\"relations\":{\"self\":{\"type\":\"sails\"}}}],\"colours\"", StringComparison.Ordinal);

        Assert.Empty(TinyContract.Judge(TinyContract.OneBoat(boat, "includeChildren=sails")));
        Assert.Contains(
            TinyContract.Judge(TinyContract.OneBoat(TinyContract.Boat, "includeChildren=sails")),
            finding => finding is { Kind: FindingKind.MissingMember, Where: "boats.sails" });
    }

    [Fact]
    public void Literal_segments_win_over_placeholders() =>
        Assert.Empty(TinyContract.Judge(TinyContract.Get("/Boats/MINE", """{"httpCode":1}""")));

    [Theory]
    [InlineData("/ships", 200, FindingKind.UndeclaredOperation)]
    [InlineData("/boats/7", 202, FindingKind.UndeclaredStatus)]
    public void What_is_not_declared_is_caught(string path, int status, FindingKind kind) =>
        Assert.Contains(
            TinyContract.Judge(TinyContract.Get(path, $$"""{"data":{{TinyContract.Boat}}}""", status: status)),
            finding => finding.Kind == kind);

    [Fact]
    public void The_task_chooses_its_alternative()
    {
        Assert.Empty(TinyContract.Judge(TinyContract.TaskOf("Hoist", """{"knots":3,"state":"Success"}""")));
        Assert.Empty(TinyContract.Judge(TinyContract.TaskOf("Lower", """{"state":"Success"}""")));
        Assert.NotEmpty(TinyContract.Judge(TinyContract.TaskOf("Hoist", """{"state":"Success"}""")));
        Assert.NotEmpty(TinyContract.Judge(TinyContract.TaskOf("Lower", """{"depth":3,"state":"Success"}""")));
    }

    [Fact]
    public void A_document_with_an_unknown_keyword_is_refused() =>
        Assert.Throws<InvalidDataException>(() => ContractDocument.Parse(
            TinyContract.Text.Replace("\"readOnly\": true }", "\"maxLength\": 3 }", StringComparison.Ordinal)));
}
