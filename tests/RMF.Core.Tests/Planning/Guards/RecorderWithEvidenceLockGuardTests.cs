using FsCheck.Fluent;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Testing;
using static RMF.Core.Tests.Planning.Guards.GuardWorld;

namespace RMF.Core.Tests.Planning.Guards;

public sealed class RecorderWithEvidenceLockGuardTests
{
    private const string End = "Look at the evidence locks of these devices; if what they hold may be lost, allow it with -AllowGuard RecorderWithEvidenceLock.";

    [Theory]
    [InlineData(ChangeAction.Delete, WriteMethod.Task, true)]
    [InlineData(ChangeAction.Move, WriteMethod.Task, true)]
    [InlineData(ChangeAction.Replace, WriteMethod.Task, true)]
    [InlineData(ChangeAction.Replace, WriteMethod.Patch, false)]
    [InlineData(ChangeAction.Update, WriteMethod.Task, false)]
    [InlineData(ChangeAction.Create, WriteMethod.Task, false)]
    [InlineData(ChangeAction.Unsupported, WriteMethod.None, false)]
    [InlineData(ChangeAction.Forget, WriteMethod.None, false)]
    public void What_parts_hardware_from_its_recordings_is_refused_and_nothing_else(ChangeAction action, WriteMethod method, bool refused)
        => Assert.Equal(refused, Check(new([Lock("l", 1)], null), On(1, action) with { Method = method }) is not null);

    [Theory]
    [InlineData(ItemKind.Camera)]
    [InlineData(ItemKind.Microphone)]
    [InlineData(ItemKind.Speaker)]
    [InlineData(ItemKind.Metadata)]
    public void A_lock_on_any_device_with_recordings_counts(ItemKind kind)
        => Assert.NotNull(Check(new([new EvidenceLock("l", [Device(kind, 1)])], null), On(1, ChangeAction.Delete)));

    [Fact]
    public void Only_what_is_locked_is_refused_and_the_message_counts_locks_and_devices()
    {
        var result = Check(new([Lock("l1", 1), Lock("l2", 1, 3), Lock("other", 9)], null), On(1, ChangeAction.Delete), On(2, ChangeAction.Delete), On(3, ChangeAction.Replace), On(3, ChangeAction.Move));
        Assert.Equal(["Delete1", "Replace3", "Move3"], result!.Refuses);
        Assert.Equal("On b evidence locks (2) hold recordings of 2 devices that the plan deletes, moves or replaces, the first is 'Delete1'; the limit is 0. " + End, result.Message);
    }

    [Fact]
    public void What_is_not_known_is_refused_beside_what_is_locked()
    {
        var result = Check(new([Lock("l1", 1)], "no answer in time"), On(1, ChangeAction.Delete), On(2, ChangeAction.Move));
        Assert.Equal(["Delete1", "Move2"], result!.Refuses);
        Assert.Equal(
            "On b evidence locks (1) hold recordings of 1 device that the plan deletes, moves or replaces, the first is 'Delete1'; the limit is 0. "
            + "On b it is not known whether evidence locks hold recordings of 1 device that the plan deletes, moves or replaces: no answer in time; the limit is 0. " + End,
            result.Message);
    }

    [Fact]
    public void Each_site_is_judged_by_its_own_answer()
    {
        var context = Context(PartState.Whole, On(1, ChangeAction.Delete), On(2, ChangeAction.Delete) with { Site = "c" });
        var result = new RecorderWithEvidenceLockGuard().Check(context with { EvidenceLocks = Told(("b", EvidenceLocks.None)) });
        Assert.Equal(["Delete2"], result!.Refuses);
        Assert.StartsWith("On c it is not known", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_parts_nothing_is_fine_with_a_site_that_was_not_asked()
        => Assert.Null(new RecorderWithEvidenceLockGuard().Check(Context(PartState.Whole, On(1, ChangeAction.Update))));

    [Theory]
    [InlineData(ItemKind.Camera, PartState.Whole, false)]
    [InlineData(ItemKind.Camera, PartState.Partial, true)]
    [InlineData(ItemKind.Camera, PartState.NotRead, true)]
    [InlineData(ItemKind.Microphone, PartState.Partial, true)]
    [InlineData(ItemKind.Microphone, PartState.NotRead, false)]
    public void A_device_that_was_not_seen_may_be_the_locked_one(ItemKind kind, PartState state, bool refused)
    {
        var context = Context(PartState.Whole, [(kind, state)], On(1, ChangeAction.Delete)) with { EvidenceLocks = Told(("b", EvidenceLocks.None)) };
        var result = new RecorderWithEvidenceLockGuard().Check(context);
        Assert.Equal(refused, result is not null);
        Assert.True(!refused || result!.Message.Contains("items were not all read: half", StringComparison.Ordinal), result?.Message);
    }

    /// <summary>Whatever is told and whatever is done: a change passes only where the site told all and no lock is on its devices.</summary>
    [Fact]
    public void Unknown_never_reads_as_none()
    {
        FsCheck.Check.One(PropertySeed.Config(2000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var changes = Enumerable.Range(1, random.Next(1, 6)).Select(n => On(n, Pick(random, ChangeAction.Delete, ChangeAction.Move, ChangeAction.Replace)) with { Site = Pick(random, "b", "c") }).ToArray();
            var cameras = Pick(random, PartState.Whole, PartState.Whole, PartState.Partial, PartState.NotRead);
            var answers = new[] { "b", "c" }.Where(_ => random.Next(4) > 0).Select(s => (s, new EvidenceLocks(
                [.. Enumerable.Range(0, random.Next(3)).Select(n => Lock("l" + n, random.Next(1, 6)))],
                random.Next(2) == 0 ? null : "no word"))).ToArray();
            var context = Context(cameras, changes) with { EvidenceLocks = Told(answers) };
            var refused = new RecorderWithEvidenceLockGuard().Check(context)?.Refuses ?? [];
            foreach (var change in changes.Where(c => !refused.Contains(c.Id)))
            {
                Assert.True(context.EvidenceLocks.TryGetValue(change.Site, out var told) && told.WhyUnknown is null, $"seed {seed}: {change} passed although {change.Site} did not tell all");
                Assert.True(change.Site == "b" && cameras == PartState.Whole, $"seed {seed}: {change} passed although its cameras were not read");
                Assert.DoesNotContain(told.Known, l => l.Devices.Any(d => RecorderWithEvidenceLockGuard.DevicesOf(change, context.Input, context.Options).Contains(d)));
            }
        }));
    }

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];

    private static Change On(int number, ChangeAction action) => Change(action.ToString() + number, action) with { Target = Hardware('b', number), Source = Hardware('a', number) };

    private static ItemKey Device(ItemKind kind, int hardware) => new("b", kind, $"{kind}{hardware}");

    private static EvidenceLock Lock(string id, params int[] hardware) => new(id, [.. hardware.Select(n => Device(ItemKind.Camera, n))]);

    private static Dictionary<string, EvidenceLocks> Told(params (string Site, EvidenceLocks Answer)[] answers) => answers.ToDictionary(a => a.Site, a => a.Answer, StringComparer.Ordinal);

    private static GuardContext Context(PartState cameras, params Change[] changes) => Context(cameras, [], changes);

    private static GuardContext Context(PartState cameras, (ItemKind Kind, PartState State)[] parts, params Change[] changes)
    {
        var world = new GuardWorld().Read(ItemKind.Camera, cameras);
        foreach (var n in Enumerable.Range(1, 5))
        {
            world.Hold(Hardware('b', n), 1).Hang(Hardware('b', n), [.. new[] { ItemKind.Camera, ItemKind.Microphone, ItemKind.Speaker, ItemKind.Metadata }.Select(k => Device(k, n))]);
        }

        foreach (var (kind, state) in parts)
        {
            world.Read(kind, state);
        }

        return world.Context(SyncDirection.Backup, changes);
    }

    private static GuardResult? Check(EvidenceLocks told, params Change[] changes)
        => new RecorderWithEvidenceLockGuard().Check(Context(PartState.Whole, changes) with { EvidenceLocks = Told(("b", told)) });
}
