using System.Collections.ObjectModel;
using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Binding;

namespace RMF.SmartClient.Model.Presets;

/// <summary>The presets of both sides side by side, and the choice of the side that wins. Belongs to the user interface's thread.</summary>
public sealed class PresetMismatchModel : TellingModel, IDisposable
{
    private const string ChooseFirst = "Choose the side that wins first.";

    private readonly ITileCamera camera;
    private readonly OperatorDesk desk;
    private readonly CameraNow now;
    private readonly CameraPresets presets;
    private readonly BackgroundWork work;
    private readonly string decider;
    private IReadOnlyList<SideAction> actions = [];
    private Side? source;
    private bool isBusy;
    private bool isDone;

    /// <param name="camera">The camera.</param>
    /// <param name="desk">Carries it out.</param>
    /// <param name="now">Sites and policy when it was read.</param>
    /// <param name="presets">Both sides, which could be compared.</param>
    /// <param name="mayChange">The operator may write presets.</param>
    /// <param name="decider">Who chooses, for the log.</param>
    internal PresetMismatchModel(ITileCamera camera, OperatorDesk desk, CameraNow now, CameraPresets presets, bool mayChange, string decider)
    {
        this.camera = camera;
        this.desk = desk;
        this.now = now;
        this.presets = presets;
        this.decider = decider;
        work = new BackgroundWork(camera.Platform);
        foreach (var pair in presets.Compare(now.Tolerance)!.Pairs.OrderBy(p => p.State == PresetState.Equal))
        {
            Rows.Add(PresetPhrases.Row(pair));
        }

        PrimaryWins = new ModelCommand("The primary wins", _ => Choose(Side.Primary)) { IsOffered = mayChange };
        SecondaryWins = new ModelCommand("The secondary wins", _ => Choose(Side.Secondary)) { IsOffered = mayChange };
        Apply = new ModelCommand("Apply", _ => Write()) { IsOffered = mayChange, WhyNot = ChooseFirst };
        Say(mayChange ? "" : "You have no right to change the presets of this camera. Ask somebody who has it.", false);
    }

    /// <summary>It was written, wholly or in part. On the user interface's thread.</summary>
    public event EventHandler? Applied;

    /// <summary>The camera's name.</summary>
    public string Title => camera.Title;

    /// <summary>All presets, those that differ first.</summary>
    public ObservableCollection<PresetMismatchRow> Rows { get; } = [];

    /// <summary>Chooses that the secondary follows the primary. Checked when chosen.</summary>
    public ModelCommand PrimaryWins { get; }

    /// <summary>Chooses that the primary follows the secondary. Checked when chosen.</summary>
    public ModelCommand SecondaryWins { get; }

    /// <summary>What will be written, and on which side, in words; empty before a side was chosen.</summary>
    public ObservableCollection<string> WillDo { get; } = [];

    /// <summary>Writes it.</summary>
    public ModelCommand Apply { get; }

    /// <summary>Something is under way.</summary>
    public bool IsBusy
    {
        get => isBusy;
        private set => Set(ref isBusy, value);
    }

    /// <summary>It was written: the window may be closed.</summary>
    public bool IsDone
    {
        get => isDone;
        private set => Set(ref isDone, value);
    }

    /// <summary>What runs, for tests.</summary>
    internal BackgroundWork Work => work;

    /// <summary>Chooses and writes at once, as a policy that asks nobody says.</summary>
    internal void ApplyAtOnce(Side wins) => Choose(wins, Write);

    /// <inheritdoc/>
    public void Dispose() => work.Dispose();

    private void Choose(Side wins, Action? then = null)
    {
        (source, actions) = (wins, []);
        (PrimaryWins.IsChecked, SecondaryWins.IsChecked) = (wins == Side.Primary, wins == Side.Secondary);
        WillDo.Clear();
        Begin("Working out what is to be written …");
        work.Run(
            c => new PresetReading(now.Reach).PlanAsync(presets, wins, now.Tolerance, c),
            planned =>
            {
                // Another one may have been chosen meanwhile.
                if (source == wins)
                {
                    Show(planned.Plan, planned.Actions, wins);
                    then?.Invoke();
                }
            },
            Failed);
    }

    private void Show(PresetPlan plan, IReadOnlyList<SideAction> steps, Side wins)
    {
        var follows = wins == Side.Primary ? Side.Secondary : Side.Primary;
        IsBusy = false;
        actions = steps;
        foreach (var step in plan.Steps)
        {
            WillDo.Add(PresetPhrases.Step(step, follows));
        }

        foreach (var pair in plan.InDevice)
        {
            WillDo.Add($"'{pair.Name}' lives in the device and is left alone");
        }

        if (plan.LeavesOrder)
        {
            WillDo.Add($"the order stays as it is: the {OutcomeWords.Of(follows)} takes none");
        }

        Say("", false);
        Apply.WhyNot = steps.Count == 0 ? "There is nothing to write." : null;
    }

    private void Write()
    {
        if (source is not { } wins || actions.Count == 0)
        {
            return;
        }

        var wanted = actions;
        Begin("Writing …");
        PrimaryWins.WhyNot = SecondaryWins.WhyNot = "It is under way.";
        work.Run(
            c => new PresetWork(now.Reach).WriteAsync(desk.Sides(now.Tolerance), wanted, Remembering.Always, c),
            result => Written(wins, result),
            Failed);
    }

    private void Written(Side wins, BothSidesResult result)
    {
        var undone = result.Outcomes.Count(o => !o.IsDone);
        camera.Log($"Presets of '{Title}': {decider} chose that the {OutcomeWords.Of(wins)} wins; {result.Outcomes.Count - undone} of {result.Outcomes.Count} writes done.");
        Say(OutcomeWords.Of($"The {OutcomeWords.Of(wins)} wins", result), OutcomeWords.IsWarning(result));
        IsBusy = false;
        IsDone = undone == 0;
        Apply.WhyNot = IsDone ? "It was written." : "Read both sides again first.";
        Applied?.Invoke(this, EventArgs.Empty);
    }

    private void Begin(string text)
    {
        IsBusy = true;
        Say(text, false);
        Apply.WhyNot = "It is under way.";
    }

    private void Failed(string? problem)
    {
        IsBusy = false;
        Say(problem is null ? "Cancelled." : $"Not done: {problem}", true);
        PrimaryWins.WhyNot = SecondaryWins.WhyNot = null;
        Apply.WhyNot = ChooseFirst;
        source = null;
    }
}
