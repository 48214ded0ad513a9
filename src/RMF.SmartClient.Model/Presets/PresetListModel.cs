using System.Collections.ObjectModel;
using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Presets;

/// <summary>The presets of a camera on both sides. Belongs to the user interface's thread.</summary>
public sealed class PresetListModel : AskingModel, IDisposable
{
    /// <summary>The most letters of a preset's name.</summary>
    public const int MostOfName = 100;

    private const string UnderWay = "It is under way.";

    private readonly ITileCamera camera;
    private readonly OperatorDesk desk;
    private readonly BackgroundWork work;
    private PresetListReading? reading;
    private PresetMismatchModel? applying;
    private PresetRow? selected;
    private string newName = "";
    private string afterReading = "";
    private bool hasAsked;

    internal PresetListModel(ITileCamera camera, OperatorDesk desk)
    {
        this.camera = camera;
        this.desk = desk;
        work = new BackgroundWork(camera.Platform);
        Reload = new ModelCommand("Read again", _ => Read());
        GoTo = new ModelCommand("Go to", _ => Go());
        Add = new ModelCommand("Add", _ => AddPreset());
        Update = new ModelCommand("Set to here", _ => Ask($"Set '{Selected!.Name}' to where the camera looks now, on both sides?", UpdatePreset));
        Rename = new ModelCommand("Rename", _ => RenamePreset());
        Delete = new ModelCommand("Delete", _ => Ask($"Delete '{Selected!.Name}' on both sides?", DeletePreset));
        Compare = new ModelCommand("Compare", _ => ShowMismatch());
        Offer();
    }

    /// <summary>The sides differ and the policy says <c>ask</c>, or the operator wants to see it.</summary>
    public event EventHandler<AskedEventArgs<PresetMismatchModel>>? MismatchAsked;

    /// <summary>The camera's name.</summary>
    public string Title => camera.Title;

    /// <summary>In the order of the primary, then what the secondary alone has.</summary>
    public ObservableCollection<PresetRow> Rows { get; } = [];

    /// <summary>The row that go to, update, rename and delete are about.</summary>
    public PresetRow? Selected
    {
        get => selected;
        set
        {
            if (Set(ref selected, value))
            {
                Offer();
            }
        }
    }

    /// <summary>The name of a preset that is to be made, or the new name of the selected one.</summary>
    public string NewName
    {
        get => newName;
        set
        {
            if (Set(ref newName, value ?? ""))
            {
                Offer();
            }
        }
    }

    /// <summary>Reads both sides.</summary>
    public ModelCommand Reload { get; }

    /// <summary>Moves the camera to the selected preset, through the side that is shown; where that cannot, through the other one.</summary>
    public ModelCommand GoTo { get; }

    /// <summary>Makes a preset of the place that the camera looks at now.</summary>
    public ModelCommand Add { get; }

    /// <summary>Gives the selected preset the place that the camera looks at now, after <see cref="Confirm"/>.</summary>
    public ModelCommand Update { get; }

    /// <summary>Gives the selected preset the name of <see cref="NewName"/>.</summary>
    public ModelCommand Rename { get; }

    /// <summary>Removes the selected preset on both sides, after <see cref="Confirm"/>.</summary>
    public ModelCommand Delete { get; }

    /// <summary>Shows what differs; enabled where something does.</summary>
    public ModelCommand Compare { get; }

    /// <summary>What runs, for tests.</summary>
    internal BackgroundWork Work => work;

    /// <summary>What the policy has applied by itself, for tests.</summary>
    internal PresetMismatchModel? Applying => applying;

    /// <summary>Begins to read. To be called when the window is shown.</summary>
    public void Open() => Read();

    /// <inheritdoc/>
    public void Dispose()
    {
        work.Dispose();
        applying?.Dispose();
    }

    private void Read()
    {
        var now = camera.Now();
        Run("Reading both sides …", c => PresetListReading.ReadAsync(camera.Platform, now, c), Show);
    }

    private void Show(PresetListReading read)
    {
        var name = Selected?.Name;
        reading = read;
        Rows.Clear();
        foreach (var row in read.Rows())
        {
            Rows.Add(row);
        }

        Selected = Rows.FirstOrDefault(r => r.Name == name);
        var problems = read.Problems();
        Say(string.Join("\n", new[] { afterReading, problems, Rows.Count == 0 && problems.Length == 0 ? "The camera has no presets." : "" }.Where(t => t.Length > 0)), problems.Length > 0 || (afterReading.Length > 0 && IsWarning));
        afterReading = "";
        Offer();
        Judge(read);
    }

    // Once for each window: who leaves the sides as they are is not asked again for each reading.
    private void Judge(PresetListReading read)
    {
        if (hasAsked || read.Presets.Compare(read.Now.Tolerance) is not { IsOwnEqual: false })
        {
            return;
        }

        hasAsked = true;
        if (read.Now.OnMismatch == PtzMismatchRule.Ask || !read.MayChange)
        {
            ShowMismatch();
            return;
        }

        applying = new PresetMismatchModel(camera, desk, read.Now, read.Presets, mayChange: true, "the policy");
        applying.Applied += (_, _) => Done(applying.Message, applying.IsWarning);
        applying.ApplyAtOnce(read.Now.OnMismatch == PtzMismatchRule.PrimaryWins ? Side.Primary : Side.Secondary);
    }

    private void ShowMismatch()
    {
        if (reading is { } read && read.Presets.Compare(read.Now.Tolerance) is not null)
        {
            var model = new PresetMismatchModel(camera, desk, read.Now, read.Presets, read.MayChange, camera.Platform.User);
            model.Applied += (_, _) => Done(model.Message, model.IsWarning);
            MismatchAsked?.Invoke(this, new AskedEventArgs<PresetMismatchModel>(model));
        }
    }

    private void Go()
    {
        var (now, name) = (camera.Now(), Selected!.Name);
        var first = camera.LiveShown ?? now.Preference.Preferred;
        Run($"Going to '{name}' …", c => PresetActs.GoAsync(now, first, name, c), result => Say(result.Text, result.IsWarning));
    }

    private void AddPreset()
    {
        var (now, name, shown) = (camera.Now(), NewName.Trim(), camera.LiveShown);
        Write($"Preset '{name}' made", now, c => PresetActs.AtPlaceAsync(desk, now, shown, place => now.On(OperatorIntent.Have(new PresetContent(name, place.Pan, place.Tilt, place.Zoom))), c), () => NewName = "");
    }

    private void UpdatePreset()
    {
        var (now, name, shown) = (camera.Now(), Selected!.Name, camera.LiveShown);
        Write($"Preset '{name}' set to here", now, c => PresetActs.AtPlaceAsync(desk, now, shown, place => now.On(OperatorIntent.Have(new PresetContent(name, place.Pan, place.Tilt, place.Zoom))), c));
    }

    private void RenamePreset()
    {
        var (now, former, name) = (camera.Now(), Selected!.Name, NewName.Trim());
        var presets = reading!.Presets;
        var known = now.Sides.Select(s => presets.Held(s, former)).OfType<Preset>().First();

        // Each side keeps its own place; a side that lacks the preset gets it.
        var actions = now.Sides.Select(s => new SideAction(now.Camera, s, OperatorIntent.Have((presets.Held(s, former) ?? known).Content with { Name = name, Description = null }, former))).ToList();
        Write($"Preset '{former}' renamed to '{name}'", now, _ => Task.FromResult<Outcome<IReadOnlyList<SideAction>>>(actions), () => NewName = "");
    }

    private void DeletePreset()
    {
        var (now, name) = (camera.Now(), Selected!.Name);
        Write($"Preset '{name}' deleted", now, _ => Task.FromResult<Outcome<IReadOnlyList<SideAction>>>(now.On(OperatorIntent.Lack(name))));
    }

    private void Write(string what, CameraNow now, Func<CancellationToken, Task<Outcome<IReadOnlyList<SideAction>>>> actions, Action? done = null)
        => Run(
            "Writing both sides …",
            async c =>
            {
                var wanted = await actions(c).ConfigureAwait(false);
                return wanted.TryGet(out var list)
                    ? (Error: null, Result: await new PresetWork(now.Reach).WriteAsync(desk.Sides(now.Tolerance), list, now.IsPaired ? Remembering.WhenOtherSideDid : Remembering.Never, c).ConfigureAwait(false))
                    : (wanted.Error, Result: new BothSidesResult([]));
            },
            written =>
            {
                if (written.Error is { } error)
                {
                    Say($"Not done: {OutcomeWords.Of(error)}", true);
                    return;
                }

                done?.Invoke();
                Done(OutcomeWords.Of(what, written.Result), OutcomeWords.IsWarning(written.Result));
            });

    /// <summary>Says what became of it, and reads again.</summary>
    private void Done(string text, bool warning)
    {
        Say(text, warning);
        afterReading = text;
        Read();
    }

    private void Run<T>(string begun, Func<CancellationToken, Task<T>> what, Action<T> shown)
    {
        IsBusy = true;
        if (afterReading.Length == 0)
        {
            Say(begun, false);
        }

        Offer();
        work.Run(
            what,
            result =>
            {
                IsBusy = false;
                Offer();
                shown(result);
            },
            problem =>
            {
                IsBusy = false;
                afterReading = "";
                Offer();
                Say(problem is null ? "Cancelled." : $"Not done: {problem}", true);
            });
    }

    private protected override void Offer()
    {
        var mayChange = reading?.MayChange ?? false;
        Add.IsOffered = Update.IsOffered = Rename.IsOffered = Delete.IsOffered = mayChange;
        var wait = IsBusy ? UnderWay : IsAsking ? "Answer the question first." : null;
        var notSelected = wait ?? (Selected is null ? "Select a preset first." : null);
        var notOwn = notSelected ?? (Selected!.IsInDevice ? "It lives in the device: change it there." : null);
        var noPlace = desk.Places is null ? "Smart Client does not tell where the camera looks." : null;
        var name = NewName.Trim();
        var noName = name.Length == 0 ? "Give it a name first." : name.Length > MostOfName ? $"A name has at most {MostOfName} letters." : reading?.Has(name) == true ? "There is a preset of this name already." : null;
        Reload.WhyNot = wait;
        GoTo.WhyNot = notSelected;
        Add.WhyNot = wait ?? noPlace ?? noName;
        Update.WhyNot = notOwn ?? noPlace;
        Rename.WhyNot = notOwn ?? noName;
        Delete.WhyNot = notOwn;
        Compare.WhyNot = wait ?? (reading?.Presets.Compare(reading.Now.Tolerance) is not { } comparison ? "Both sides must answer." : comparison.IsEqual ? "Both sides hold the same." : null);
    }
}
