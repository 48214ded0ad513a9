using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Properties;

public sealed class EditorLawTests(ITestOutputHelper output)
{
    [Fact]
    public void What_is_set_is_what_is_read_and_nothing_else_changes() => Worlds.Hold(200, output, static (random, seed) =>
    {
        var world = random.Build();
        var reader = new LeafReader(world.Input().Translator(new Dictionary<ItemKey, string>()), random.Naming, SyncWorld.AllCategories, new PathPool());
        var editor = new ItemEditor(reader, Side.Secondary);
        var chance = new Random(seed.Seed);
        var values = new RandomValues(chance);
        foreach (var item in world.Secondary.Items)
        {
            var before = reader.Read(item, Side.Secondary);
            var edits = before
                .Where(l => l.Descriptor.Type != PropertyType.Reference && !l.IsEntryKey && chance.Next(3) == 0)
                .ToDictionary(l => l.Path.Text, l => values.Of(l.Descriptor.Type), StringComparer.Ordinal);
            var after = reader.Read(editor.Apply(item, edits.Select(e => new KeyValuePair<PropertyPath, PropertyValue?>(PropertyPath.Parse(e.Key), e.Value))), Side.Secondary);
            Assert.Equal(
                before.Select(l => (l.Path.Text, edits.TryGetValue(l.Path.Text, out var value) ? value : l.Raw)),
                after.Select(l => (l.Path.Text, l.Raw)));
        }
    });

    [Fact]
    public void Paths_are_read_back_from_their_text() => Worlds.Hold(100, output, static (random, _) =>
    {
        var world = random.Build();
        var reader = new LeafReader(world.Input().Translator(new Dictionary<ItemKey, string>()), random.Naming, SyncWorld.AllCategories, new PathPool());
        foreach (var item in world.Primary.Items)
        {
            var leaves = reader.Read(item, Side.Primary);
            Assert.All(leaves, l => Assert.Equal(l.Path, PropertyPath.Parse(l.Path.Text)));
            Assert.Equal(leaves.Count, leaves.Select(l => l.Path.Text).Distinct(StringComparer.Ordinal).Count());
        }
    });
}
