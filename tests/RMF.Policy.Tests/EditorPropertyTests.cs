using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RMF.Testing;

namespace RMF.Policy.Tests;

/// <summary>Random layouts of random policies: an edit changes its own key and not a byte that it need not.</summary>
[Trait("Proof", "policy-edit")]
public sealed class EditorPropertyTests
{
    private const int Runs = 1_500;

    private static readonly (string Path, string[] Values)[] Edits =
    [
        ("direction", ["backup", "restore"]),
        ("name", ["plain", "with space", "007"]),
        ("live.priority", ["primary", "secondary"]),
        ("live.reactionTime", ["500ms", "2s"]),
        ("live.failback.policy", ["never", "manual", "validated"]),
        ("live.failback.validateFor", ["20s", "1m"]),
        ("live.flapping.limit", ["2", "9"]),
        ("guards.deletePercent", ["0", "77"]),
        ("synchronize.hardware", ["true", "false"]),
        ("schedule.enabled", ["true", "false"]),
    ];

    [Fact]
    public void Edits_keep_everything_else_in_any_layout()
        => Check.One(PropertySeed.Config(Runs), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Holds));

    private static bool Holds(int seed)
    {
        var random = new Random(seed);
        var text = Layout(random);
        var (path, values) = Edits[random.Next(Edits.Length)];
        var value = values[random.Next(values.Length)];
        var edit = PolicyEditor.Set(text, path, value);
        Assert.True(edit.Error is null, $"seed {seed}: {edit.Error}\n{text}");
        var again = PolicyEditor.Set(edit.Text, path, value);
        Assert.True(again is { Changed: false, Error: null }, $"seed {seed}: {again.Error}\n{edit.Text}");

        // What was there is there still, in order: the edit is one splice.
        var (start, end) = Difference(text, edit.Text);
        Assert.True(end - start <= 40, $"seed {seed}: {end - start} characters of the text went\n{text}\n---\n{edit.Text}");
        foreach (var comment in text.Split('#').Skip(1).Select(c => "#" + c.Split('\r', '\n')[0]))
        {
            Assert.True(edit.Text.Contains(comment, StringComparison.Ordinal), $"seed {seed}: lost {comment}");
        }

        foreach (var (other, choices) in Edits.Where(e => e.Path != path))
        {
            foreach (var choice in choices)
            {
                var before = PolicyEditor.Set(text, other, choice);
                var after = PolicyEditor.Set(edit.Text, other, choice);
                Assert.True(before.Changed == after.Changed, $"seed {seed}: {path} changed {other} too\n{text}\n---\n{edit.Text}");
            }
        }

        return true;
    }

    private static (int Start, int End) Difference(string before, string after)
    {
        var start = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        var tail = before.Reverse().Zip(after.Reverse()).Take(Math.Min(before.Length, after.Length) - start).TakeWhile(p => p.First == p.Second).Count();
        return (start, before.Length - tail);
    }

    // Writes a random choice of the keys in a random style.
    private static string Layout(Random random)
    {
        var newLine = random.Next(4) == 0 ? "\r\n" : "\n";
        var step = random.Next(1, 5);
        var text = new StringBuilder();
        var comments = 0;
        Noise();
        foreach (var group in Edits.Where(_ => random.Next(3) > 0).GroupBy(e => e.Path.Split('.')[0]).OrderBy(_ => random.Next()))
        {
            Write(group.Key, [.. group.Select(e => (e.Path.Split('.')[1..], e.Values))], 0);
            Noise();
        }

        return random.Next(3) == 0 ? text.ToString().TrimEnd('\r', '\n') : text.ToString();

        void Write(string key, List<(string[] Keys, string[] Values)> below, int indent)
        {
            text.Append(' ', indent).Append(random.Next(6) == 0 ? $"\"{key}\"" : key).Append(':');
            if (below is [([], var values)])
            {
                text.Append(' ', random.Next(1, 4)).Append(Scalar(values));
                Comment();
                text.Append(newLine);
                return;
            }

            if (random.Next(8) == 0)
            {
                text.Append(random.Next(3) switch { 0 => "", 1 => " {}", _ => " # empty" }).Append(newLine);
                return;
            }

            if (random.Next(3) == 0)
            {
                text.Append(random.Next(5) == 0 ? " &anchor" + indent : "").Append(' ').Append(Flow(below));
                Comment();
                text.Append(newLine);
                return;
            }

            Comment();
            text.Append(newLine);
            foreach (var group in below.GroupBy(b => b.Keys[0]).OrderBy(_ => random.Next()))
            {
                Write(group.Key, [.. group.Select(b => (b.Keys[1..], b.Values))], indent + step);
                Noise(indent + step);
            }
        }

        string Flow(List<(string[] Keys, string[] Values)> below)
        {
            var parts = below.GroupBy(b => b.Keys[0]).Select(g =>
                g.First().Keys.Length == 1 ? $"{g.Key}: {Scalar(g.First().Values)}" : $"{g.Key}: {Flow([.. g.Select(b => (b.Keys[1..], b.Values))])}");
            var gap = random.Next(3) == 0 ? "" : " ";
            return "{" + gap + string.Join(random.Next(2) == 0 ? ", " : " ,  ", parts) + (random.Next(5) == 0 ? "," : "") + gap + "}";
        }

        string Scalar(string[] values)
        {
            var value = values[random.Next(values.Length)];
            var isBare = value is "true" or "false" || int.TryParse(value, out _);
            return value == "007" ? "\"007\"" : isBare ? value : random.Next(4) switch { 0 => $"\"{value}\"", 1 => $"'{value}'", _ => value };
        }

        void Comment()
        {
            if (random.Next(3) == 0)
            {
                text.Append(' ', random.Next(1, 4)).Append("# note ").Append(comments++);
            }
        }

        void Noise(int indent = 0)
        {
            if (random.Next(3) == 0)
            {
                text.Append(' ', random.Next(2) * indent).Append("# line ").Append(comments++).Append(newLine);
            }

            if (random.Next(4) == 0)
            {
                text.Append(newLine);
            }
        }
    }
}
