using RMF.Core.Inventory;
using RMF.Core.Live;
using Xunit;

namespace RMF.Core.Tests.Live.Simulation;

/// <summary>One tile, and the rules that it must keep at every step.</summary>
internal sealed class WatchedTile
{
    private readonly LiveScript script;
    private readonly TimeSpan tick;
    private TimeSpan lastSwitch = TimeSpan.FromDays(-1);
    private TimeSpan lastWake;
    private TimeSpan lastStep;
    private bool asked;

    public WatchedTile(int number, TileSettings settings, int recorder, LiveScript script)
    {
        Number = number;
        Settings = settings;
        Recorder = recorder;
        this.script = script;
        tick = TileReducer.LongestTick(settings);
        State = TileState.Open(settings, TimeSpan.Zero);
    }

    public int Number { get; }

    public int Recorder { get; }

    public TileSettings Settings { get; }

    public TileState State { get; private set; }

    public WatchedStream[] Streams { get; } = [new(Side.Primary), new(Side.Secondary)];

    public List<string> Trace { get; } = [];

    public List<TileCommand> Commands { get; } = [];

    public void Act(TileEvent act, TimeSpan now)
    {
        asked |= act.Kind is TileEventKind.Failback or TileEventKind.Pin;
        Trace.Add($"{now} {Number} {act.Kind}");
    }

    public void Step(TileEvent happened, TimeSpan now)
    {
        if (now - lastStep > TimeSpan.FromMilliseconds(200))
        {
            lastWake = now;
        }

        lastStep = now;
        var before = State;
        var step = TileReducer.Step(before, happened, Settings, now);
        State = step.State;
        if (step.Command is { } command)
        {
            Commands.Add(command);
            Trace.Add($"{now} {Number} {command}");
            Check(before, command, now);
        }

        CheckPicture(now);
    }

    /// <summary>After quiet: home, if the policy goes by itself; not gone, if it does not.</summary>
    public void CheckEnd()
    {
        if (Settings.Failback is FailbackMode.Immediate or FailbackMode.Validated or FailbackMode.Delayed)
        {
            Must(State.Position == TilePosition.Home, "is home after quiet", script.End);
        }
        else if (!asked)
        {
            Must(Commands.TrueForAll(c => c.Cause is not (SwitchCause.Failback or SwitchCause.Operator)), "does not go by itself", script.End);
        }

        Must(State.Position != TilePosition.BothLost && State.Shown is not null, "has a picture after quiet", script.End);
    }

    private void Check(TileState before, TileCommand command, TimeSpan now)
    {
        if (command.Kind == TileCommandKind.KeepLast)
        {
            return;
        }

        if (command.IsSwitch)
        {
            var left = Streams[(int)command.From!.Value];
            var dead = left.IsCut || left.LastFrame is null || before.Position == TilePosition.BothLost || State.Of(left.Side).Status(Settings, now) == SideStatus.Lost;
            Must(dead || command.To == State.Home, "leaves a living side only for home", now);
            Must(dead || State.Pin is not null || before.WantsHome || asked || now - lastSwitch >= Settings.Dwell, "stays for the dwell", now);
        }

        lastSwitch = now;
    }

    /// <summary>Never on a dead side while the other has been good for longer than the bound.</summary>
    private void CheckPicture(TimeSpan now)
    {
        var shown = State.Position is TilePosition.Starting ? null : State.Shown;
        foreach (var other in Streams)
        {
            if (shown == other.Side || other.IsCut || other.LastFrame is not { } fresh || now - fresh > script.Interval * 2)
            {
                continue;
            }

            // What the tile may take to notice: its threshold, which the slowest rhythm it has seen makes longer, and a tick; nothing that the host slept through.
            var bound = (shown is { } side ? State.Of(side).Threshold(Settings) : Settings.ReactionTime) + tick + (script.Interval * 2);
            var dead = shown is { } s ? Streams[(int)s].LastFrame ?? TimeSpan.Zero : TimeSpan.Zero;
            var since = new[] { dead, other.GoodSince, lastWake }.Max();
            Must(now - since <= bound, $"shows {shown?.ToString() ?? "nothing"} for {(now - since).TotalMilliseconds} ms (bound {bound.TotalMilliseconds}) while {other.Side} is good", now);
        }
    }

    private void Must(bool holds, string rule, TimeSpan now)
    {
        if (!holds)
        {
            Assert.Fail($"Seed {script.Seed}, tile {Number}, {now}: {rule}.\n{script.Settings}\n{string.Join('\n', script.Faults)}\n{State}\n{string.Join('\n', Trace.TakeLast(20))}");
        }
    }
}
