using System.Globalization;
using System.Management.Automation;
using RMF.Policy;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Policies;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>
/// The base of cmdlets that set a live setting in the policy file: for all tiles, or in the entry of <c>live.overrides</c> whose match is
/// exactly the one that is named.
/// </summary>
public abstract class LivePolicyCmdlet : RmfCmdlet
{
    private const string List = "live.overrides";

    /// <summary>The override for cameras of this name, as the policy writes it, wildcards included.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Camera { get; set; }

    /// <summary>The override for this device group, such as /Harbour.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Group { get; set; }

    /// <summary>The override for this recording server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Recorder { get; set; }

    /// <summary>The override for users of this role.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Role { get; set; }

    /// <summary>The override for this machine.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Client { get; set; }

    /// <summary>A path or a policy. Default: the current policy.</summary>
    [Parameter]
    public PolicyArgument? Policy { get; set; }

    /// <summary>Gives the setting as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Sets keys below <c>live</c>, or below the override that is named.</summary>
    private protected void SetLive(params (string Key, string? Value)[] settings)
    {
        var wanted = settings.Where(s => s.Value is not null).Select(s => new KeyValuePair<string, string>(s.Key, s.Value!)).ToList();
        if (wanted.Count == 0)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("NothingToSet", ErrorCategory.InvalidArgument, "Nothing was chosen.", "Give the value that is to be set.", null));
        }

        var policy = this.RequirePolicy(Policy);
        var match = Match();
        var words = string.Join(", ", wanted.Select(w => $"{w.Key} to {w.Value}"));
        RmfPolicy edited;
        if (match.Count == 0)
        {
            var all = wanted.ConvertAll(w => new KeyValuePair<string, string>("live." + w.Key, w.Value));
            edited = this.EditPolicy(policy, all[0].Key, $"Set live: {words}", (text, file) => PolicyEditor.SetAll(text, all, file));
        }
        else
        {
            // As the file is now: the object may be older.
            var live = PolicyReader.Load(policy.Path).Policy?.Live ?? policy.Model.Live;
            var index = live.Overrides.ToList().FindIndex(IsMeant);
            var entry = string.Format(CultureInfo.InvariantCulture, "{0}[{1}].", List, index);
            var whom = string.Join(", ", match.Select(m => $"{m.Key}: {m.Value}"));
            edited = index < 0
                ? this.EditPolicy(policy, List, $"Add the override {{ {whom} }} with {words}", (text, file) => PolicyEditor.Append(text, List, [.. match, .. wanted], file))
                : this.EditPolicy(policy, List, $"Set in the override {{ {whom} }}: {words}", (text, file) => PolicyEditor.SetAll(text, wanted.Select(w => new KeyValuePair<string, string>(entry + w.Key, w.Value)), file));
        }

        if (PassThru)
        {
            var now = edited.Model.Live;
            WriteObject(RmfPriority.Of(edited, match.Count == 0 ? null : now.Overrides.FirstOrDefault(IsMeant)));
        }
    }

    private List<KeyValuePair<string, string>> Match() => new (string Key, string? Value)[]
    {
        ("match.name", Camera), ("match.group", Group), ("match.recorder", Recorder), ("role", Role), ("client", Client),
    }.Where(m => m.Value is not null).Select(m => new KeyValuePair<string, string>(m.Key, m.Value!)).ToList();

    private bool IsMeant(LiveOverride candidate)
        => Same(candidate.Match?.Name, Camera) && Same(candidate.Match?.Group, Group) && Same(candidate.Match?.Recorder, Recorder)
            && Same(candidate.Role, Role) && Same(candidate.Client, Client)
            && candidate.Match is null or { Address: null, Model: null, Tag: null };

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
