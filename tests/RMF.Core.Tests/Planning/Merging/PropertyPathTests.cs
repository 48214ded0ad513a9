using RMF.Core.Planning.Merging;

namespace RMF.Core.Tests.Planning.Merging;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("name", null, null, "name")]
    [InlineData("ptz", null, "ptzEnabled", "ptz.ptzEnabled")]
    [InlineData("ptz", null, "a.b", "ptz.a.b")]
    [InlineData("ptz", null, "Max. GOP [frames]", "ptz.Max. GOP [frames]")]
    [InlineData("stream", "Video stream 1", "FPS", "stream[Video stream 1].FPS")]
    [InlineData("stream", "a]b", "FPS", @"stream[a\]b].FPS")]
    [InlineData("stream", @"a\b", "FPS", @"stream[a\\b].FPS")]
    [InlineData("stream", @"a\]", "x]y", @"stream[a\\\]].x]y")]
    [InlineData("stream", "]b", "FPS", @"stream[\]b].FPS")]
    [InlineData("stream", "a[b", null, "stream[a[b]")]
    [InlineData("stream", "a.b", "c", "stream[a.b].c")]
    [InlineData("stream", "", "FPS", "stream[].FPS")]
    [InlineData("stream", "", null, "stream[]")]
    [InlineData("stream", "x", "a[b].c", "stream[x].a[b].c")]
    public void A_path_is_read_back_from_its_text(string property, string? key, string? member, string text)
    {
        var path = new PropertyPath(property, key, member);
        Assert.Equal(text, path.Text);
        Assert.Equal(text, path.ToString());
        Assert.Equal(path, PropertyPath.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".name")]
    [InlineData("[x].name")]
    [InlineData("stream[x")]
    [InlineData(@"stream[x\]")]
    [InlineData(@"stream[x\")]
    [InlineData("stream[x]name")]
    public void What_is_no_path_is_refused(string text) => Assert.Throws<FormatException>(() => PropertyPath.Parse(text));

    [Fact]
    public void A_pool_makes_each_path_once()
    {
        var pool = new PathPool();
        Assert.Same(pool.Get("stream", "1", "FPS"), pool.Get("stream", "1", "FPS"));
        Assert.NotSame(pool.Get("stream", "1", "FPS"), pool.Get("stream", "2", "FPS"));
        Assert.NotEqual(pool.Get("stream", "1"), pool.Get("stream", member: "1"));
    }
}
