namespace RMF.Policy.Tests;

public sealed class EditorTests
{
    // Text before, path, value, text after. The bytes that are not named by the path stay.
    public static TheoryData<string, string, string, string> Shapes => new()
    {
        { "direction: backup\n", "direction", "restore", "direction: restore\n" },
        { "direction: backup", "direction", "restore", "direction: restore" },
        { "direction:   backup   # why\n", "direction", "restore", "direction:   restore   # why\n" },
        { "direction:\tbackup\n", "direction", "restore", "direction:\trestore\n" },
        { "direction: \"backup\" # q\n", "direction", "restore", "direction: \"restore\" # q\n" },
        { "direction: 'backup'\n", "direction", "restore", "direction: 'restore'\n" },
        { "\"direction\": backup\n", "direction", "restore", "\"direction\": restore\n" },
        { "direction:\n  backup # below\nmode: auto\n", "direction", "restore", "direction:\n  restore # below\nmode: auto\n" },
        { "direction: &d backup\n", "direction", "restore", "direction: &d restore\n" },
        { "direction: &d\n  backup\n", "direction", "restore", "direction: &d\n  restore\n" },
        { "direction:\nmode: auto\n", "direction", "restore", "direction: restore\nmode: auto\n" },
        { "direction:   # nothing yet\nmode: auto\n", "direction", "restore", "direction: restore   # nothing yet\nmode: auto\n" },
        { "direction: &d\nmode: auto\n", "direction", "restore", "direction: &d restore\nmode: auto\n" },
        { "direction: ~\n", "direction", "restore", "direction: restore\n" },
        { "direction: |\n  backup\n\nmode: auto\n", "direction", "restore", "direction: restore\n\nmode: auto\n" },
        { "direction: >-\n  back\n  up\nmode: auto\n", "direction", "restore", "direction: restore\nmode: auto\n" },
        { "name: a\n  b\n  c # multi\nmode: auto\n", "name", "x", "name: x # multi\nmode: auto\n" },
        { "name: \"a\n  b\"\nmode: auto\n", "name", "x y", "name: \"x y\"\nmode: auto\n" },
        { "# head\n\nmode: auto\n\n# tail\n", "direction", "restore", "# head\n\nmode: auto\ndirection: restore\n\n# tail\n" },
        { "mode: auto", "direction", "restore", "mode: auto\ndirection: restore" },
        { "mode: auto # c", "direction", "restore", "mode: auto # c\ndirection: restore" },
        { "mode: auto\r\nlive: { dwell: 1s }\r\n", "direction", "restore", "mode: auto\r\nlive: { dwell: 1s }\r\ndirection: restore\r\n" },
        { "mode: auto\r\nname: x\r\n", "mode", "manual", "mode: manual\r\nname: x\r\n" },
        { "", "direction", "restore", "direction: restore\n" },
        { "# only a comment", "direction", "restore", "# only a comment\ndirection: restore\n" },
        { "---\nmode: auto\n...\n# after\n", "direction", "restore", "---\nmode: auto\ndirection: restore\n...\n# after\n" },
        { "{ mode: auto }\n", "direction", "restore", "{ mode: auto, direction: restore }\n" },
        { "live:\n  dwell: 1s # d\n  # end of live\nmode: auto\n", "live.priority", "secondary", "live:\n  dwell: 1s # d\n  priority: secondary\n  # end of live\nmode: auto\n" },
        { "live:\n    dwell: 1s\n", "live.failback.policy", "never", "live:\n    dwell: 1s\n    failback:\n      policy: never\n" },
        { "live:\n    failback:\n        delay: 1s\n    dwell: 1s\n", "live.flapping.limit", "4", "live:\n    failback:\n        delay: 1s\n    dwell: 1s\n    flapping:\n        limit: 4\n" },
        { "live: { dwell: 1s }\n", "live.failback.policy", "never", "live: { dwell: 1s, failback: { policy: never } }\n" },
        { "live: {dwell: 1s,}\n", "live.priority", "secondary", "live: {dwell: 1s, priority: secondary,}\n" },
        { "live: {\n  dwell: 1s, # one\n  overlay: always # two\n}\n", "live.priority", "secondary", "live: {\n  dwell: 1s, # one\n  overlay: always, priority: secondary # two\n}\n" },
        { "live: {}\n", "live.priority", "secondary", "live: { priority: secondary }\n" },
        { "live: {   } # e\n", "live.priority", "secondary", "live: { priority: secondary } # e\n" },
        { "live: { # c\n}\n", "live.priority", "secondary", "live: { priority: secondary  # c\n}\n" },
        { "live: &l {}\n", "live.priority", "secondary", "live: &l { priority: secondary }\n" },
        { "live: { priority: , dwell: 1s }\n", "live.priority", "secondary", "live: { priority: secondary, dwell: 1s }\n" },
        { "live: { priority, dwell: 1s }\n", "live.priority", "secondary", "live: { priority: secondary, dwell: 1s }\n" },
        { "live:\nmode: auto\n", "live.failback.policy", "never", "live:\n  failback:\n    policy: never\nmode: auto\n" },
        { "live: # c\nmode: auto\n", "live.dwell", "2s", "live: # c\n  dwell: 2s\nmode: auto\n" },
        { "live: &l\nmode: auto\n", "live.dwell", "2s", "live: &l\n  dwell: 2s\nmode: auto\n" },
        { "live: ~\n", "live.failback.policy", "never", "live: { failback: { policy: never } }\n" },
        { "mode: auto\nlive:", "live.dwell", "2s", "mode: auto\nlive:\n  dwell: 2s" },
        { "synchronize: { cameras: true }\n", "synchronize.cameras.motion", "false", "synchronize: { cameras: { motion: false } }\n" },
        { "synchronize:\n  cameras: false\n", "synchronize.cameras", "true", "synchronize:\n  cameras: true\n" },
        { "links:\n  - primary: A\n    secondary: B # b\n  - primary: C\n    secondary: D\n", "links[1].secondary", "B", "links:\n  - primary: A\n    secondary: B # b\n  - primary: C\n    secondary: B\n" },
        { "links:\n  - primary: A\n    secondary: B # b\n  - primary: C\n", "links[0].storage[\"30 days\"]", "90: days", "links:\n  - primary: A\n    secondary: B # b\n    storage:\n      30 days: \"90: days\"\n  - primary: C\n" },
        { "links: [ { primary: A, secondary: B } ]\n", "links[0].secondary", "C D", "links: [ { primary: A, secondary: C D } ]\n" },
        { "recorders:\n- x\nsites:\n  a b:\n    uri: https://a\n", "sites[\"a b\"].uri", "https://c:8443/", "recorders:\n- x\nsites:\n  a b:\n    uri: \"https://c:8443/\"\n" },
        { "recorders: { primary: [A, 'B'], secondary: [C] }\n", "recorders.primary[1]", "D", "recorders: { primary: [A, 'D'], secondary: [C] }\n" },
        { "recorders:\n  primary:\n  - A\n  - B # b\n", "recorders.primary[1]", "true", "recorders:\n  primary:\n  - A\n  - \"true\" # b\n" },
        { "live:\n  failback: { policy: never }\n\n\n# far\n", "live.dwell", "2s", "live:\n  failback: { policy: never }\n  dwell: 2s\n\n\n# far\n" },
        { "name: |+\n  x\n\n# c\n", "direction", "restore", "name: |+\n  x\n\ndirection: restore\n# c\n" },
        { "a: &x 1s\nlive: { dwell: *x }\n", "live.dwell", "2s", "a: &x 1s\nlive: { dwell: 2s }\n" },
        { "\uFEFFdirection: backup\n", "direction", "restore", "\uFEFFdirection: restore\n" },
        { "name: Größe \ud83d\ude00\ndirection: backup # é\n", "direction", "restore", "name: Größe \ud83d\ude00\ndirection: restore # é\n" },
        { "name: \ud83d\ude00\nlive: { dwell: 1s } # \ud83d\ude00\nmode: auto\n", "live.priority", "secondary", "name: \ud83d\ude00\nlive: { dwell: 1s, priority: secondary } # \ud83d\ude00\nmode: auto\n" },
        { "name: x\n", "name", "007", "name: \"007\"\n" },
        { "name: \"x\"\n", "name", "y", "name: \"y\"\n" },
        { "guards: { deletePercent: 30 }\n", "guards.deletePercent", "40", "guards: { deletePercent: 40 }\n" },
        { "guards: { deletePercent: '30' }\n", "guards.deletePercent", "40", "guards: { deletePercent: 40 }\n" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Only_the_bytes_that_must_change_do(string before, string path, string value, string after)
    {
        var edit = PolicyEditor.Set(before, path, value);
        Assert.Null(edit.Error);
        Assert.Equal(after, edit.Text);
        Assert.True(edit.Changed);

        var again = PolicyEditor.Set(edit.Text, path, value);
        Assert.Null(again.Error);
        Assert.False(again.Changed);
        Assert.Same(edit.Text, again.Text);
    }

    [Theory]
    [InlineData("direction: backup\n", "direction", "backup")]
    [InlineData("direction: 'backup'\n", "direction", "backup")]
    [InlineData("live: { reactionTime: 1000ms }\n", "live.reactionTime", "1s")]
    [InlineData("live: { reactionTime: 1s }\n", "live.reactionTime", "1000ms")]
    [InlineData("sites: { a: { uri: https://A.example.net/ } }\n", "sites.a.uri", "https://a.example.net")]
    [InlineData("synchronize: { cameras: true }\n", "synchronize.cameras", "true")]
    public void Setting_what_is_set_changes_nothing(string text, string path, string value)
    {
        var edit = PolicyEditor.Set(text, path, value);
        Assert.Null(edit.Error);
        Assert.False(edit.Changed);
        Assert.Same(text, edit.Text);
    }

    [Theory]
    [InlineData("direction: backup\n", "direction", "sideways", "RMF1103")]
    [InlineData("live: { dwell: 1s }\n", "live.dwell", "1", "RMF1106")]
    [InlineData("live: { dwell: 1s }\n", "live.dwel", "1s", "RMF1101")]
    [InlineData("live: { dwell: 1s }\n", "", "1s", "RMF1101")]
    [InlineData("live: { dwell: 1s }\n", "live..dwell", "1s", "RMF1101")]
    [InlineData("live: { dwell: 1s }\n", "live", "1s", "RMF1102")]
    [InlineData("live: { dwell: 1s }\n", "links", "x", "RMF1102")]
    [InlineData("live: { dwell: [1s] }\n", "live.dwell", "1s", "RMF1110")]
    [InlineData("links: []\n", "links[0].primary", "A", "RMF1110")]
    [InlineData("live: [\n", "live.dwell", "1s", "RMF1003")]
    [InlineData("- a\n", "live.dwell", "1s", "RMF1007")]
    [InlineData("synchronize: { cameras: false }\n", "synchronize.cameras.motion", "true", "RMF1110")]
    [InlineData("synchronize: { cameras: { motion: true } }\n", "synchronize.cameras", "false", "RMF1110")]
    [InlineData("a: &x 1s\nlive: &l { dwell: 1s }\nb: *l\n", "live.dwell", "2s", "RMF1110")]
    [InlineData("b: &l { dwell: 1s }\nlive: *l\n", "live.dwell", "2s", "RMF1110")]
    [InlineData("live:\n  reactionTime: &x 1s\n  dwell: *x\n", "live.reactionTime", "2s", "RMF1110")]
    [InlineData("? mode\n: auto\n", "direction", "restore", "RMF1110")]
    [InlineData("direction: !!str backup\n", "direction", "restore", "RMF1004")]
    [InlineData("sites: { a: { credential: { password: { secret: x } } } }\n", "sites.a.credential.password.secret", "my secret!", "RMF1301")]
    public void An_edit_that_cannot_be_made_safely_is_refused_and_says_why(string text, string path, string value, string code)
    {
        var edit = PolicyEditor.Set(text, path, value);
        Assert.Equal(code, edit.Error?.Code);
        Assert.False(edit.Changed);
        Assert.Same(text, edit.Text);
    }
}
