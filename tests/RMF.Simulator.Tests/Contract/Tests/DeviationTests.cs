namespace RMF.Simulator.Tests.Contract;

/// <summary>What a row of the deviation table allows, and what it still refuses.</summary>
public sealed class DeviationTests
{
    private static Deviation Row(FindingKind kind, string where) => new(kind, where, "differs", "seen");

    [Fact]
    public void A_status_row_allows_its_status_alone()
    {
        var row = Row(FindingKind.UndeclaredStatus, "POST /boats/{id} 201");
        var answer = TinyContract.TaskOf("Lower", """{"state":"Idle"}""");

        Assert.Empty(TinyContract.Judge(answer with { Status = 201 }, row));
        Assert.NotEmpty(TinyContract.Judge(answer with { Status = 202 }, row));
        Assert.NotEmpty(TinyContract.Judge(answer with { Status = 201, Body = """{"result":{}}""" }, row));
    }

    [Fact]
    public void A_required_extra_must_be_there_and_have_its_shape()
    {
        var row = Row(FindingKind.UndeclaredMember, "*ServerTask.path") with { Shape = ExtraShape.Path, Required = true };

        Assert.Empty(TinyContract.Judge(TinyContract.TaskOf("Hoist", """{"knots":3,"state":"Idle","path":{"type":"tasks","id":"3"}}"""), row));
        Assert.NotEmpty(TinyContract.Judge(TinyContract.TaskOf("Hoist", """{"knots":3,"state":"Idle","path":"tasks/3"}"""), row));
        Assert.NotEmpty(TinyContract.Judge(TinyContract.TaskOf("Hoist", """{"knots":3,"state":"Idle"}"""), row));
    }

    [Fact]
    public void A_wrapped_answer_is_judged_inside_its_wrapper()
    {
        Deviation[] rows =
        [
            Row(FindingKind.UndeclaredMember, "fault.error") with { Shape = ExtraShape.SameAsOwner },
            Row(FindingKind.MissingMember, "fault.httpCode") with { Instead = "error" },
        ];

        Assert.Empty(TinyContract.Judge(TinyContract.Get("/boats/7", """{"error":{"httpCode":404}}""", status: 404), rows));
        Assert.NotEmpty(TinyContract.Judge(TinyContract.Get("/boats/7", """{"error":{"httpCode":"404"}}""", status: 404), rows));
        Assert.NotEmpty(TinyContract.Judge(TinyContract.Get("/boats/7", """{"error":{}}""", status: 404), rows));
        Assert.NotEmpty(TinyContract.Judge(TinyContract.Get("/boats/7", "{}", status: 404), rows));
    }

    [Fact]
    public void A_row_that_no_answer_needs_is_told()
    {
        var needed = Row(FindingKind.UndeclaredValue, "boats.rig");
        var idle = Row(FindingKind.UndeclaredValue, "sails.area");
        var table = new DeviationTable([needed, idle]);
        using var document = ContractDocument.Parse(TinyContract.Text);

        new ContractCheck(document, table).Judge(TinyContract.OneBoat(TinyContract.Boat.Replace("Sloop", "Yawl", StringComparison.Ordinal)));

        Assert.Equal([idle], table.Unused);
    }

    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c*", "abcd", true)]
    [InlineData("a*c", "abd", false)]
    [InlineData("abc", "abcd", false)]
    public void A_star_stands_for_any_characters(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new Deviation(FindingKind.WrongType, pattern, "", "").Covers(FindingKind.WrongType, text));
}
