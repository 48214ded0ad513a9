using RMF.Core.Inventory;
using RMF.Engine.Runs.Streams;
using Xunit;

namespace RMF.Engine.Tests.Runs;

public sealed class StreamTableTests
{
    private static readonly ItemKey Camera = new("inland", ItemKind.Camera, "c1");

    [Fact]
    public void An_entry_that_repeats_a_stream_gives_its_place_to_the_one_that_is_chosen()
    {
        var table = TableOf([Use("s1", live: true), Use("s2"), Use("S1")], ["s1", "s2", "s3"]);

        var update = table.Edit(new StreamChoice { Live = "Video s3" });

        var entries = Assert.IsType<ListValue>(update!.Desired.Properties["stream"]).Items.Cast<GroupValue>().ToList();
        Assert.Equal(["s1", "s2", "c1/s3"], entries.Select(e => e.Members["streamReferenceId"] is Reference reference ? reference.Target.Id : e.Members.TextOf("streamReferenceId")));
        Assert.Equal([false, false, true], entries.Select(e => e.Members.IsTrue("liveDefault")));
    }

    [Fact]
    public void A_choice_that_is_made_already_is_no_edit()
        => Assert.Null(TableOf([Use("s1", live: true), Use("s2")], ["s1", "s2"]).Edit(new StreamChoice { Live = "Video s1" }));

    private static StreamTable TableOf(IEnumerable<GroupValue> used, IEnumerable<string> offered) => new(
        new Item(Camera, null, "Gate", new PropertyBagBuilder().Build()),
        new Item(Camera.Part(ItemKind.Streams), Camera, "Gate", new PropertyBagBuilder().Set("stream", new ListValue([.. used])).Build()),
        new Item(Camera.Part(ItemKind.Settings), Camera, "Gate", new PropertyBagBuilder().Set("stream", new ListValue([.. offered.Select(Offer)])).Build()));

    private static PropertyValue Offer(string reference) => new GroupValue(new PropertyBagBuilder()
        .Set("displayName", Scalar.Text("Video " + reference))
        .Set("streamReferenceId", Scalar.Text(reference))
        .Build());

    private static GroupValue Use(string reference, bool live = false) => new(new PropertyBagBuilder()
        .Set("name", Scalar.Text("Use of " + reference))
        .Set("streamReferenceId", Scalar.Text(reference))
        .Set("liveDefault", live ? Scalar.True : Scalar.False)
        .Build());
}
