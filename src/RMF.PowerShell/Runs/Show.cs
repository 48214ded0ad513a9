using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;

namespace RMF.PowerShell.Runs;

/// <summary>Turns the engine's facts into what scripts and tables show: ids become names where a name is known.</summary>
internal sealed class Show
{
    private readonly PlanningInput? input;

    /// <param name="input">The sides, to name what references point at; null = ids are shown.</param>
    public Show(PlanningInput? input = null) => this.input = input;

    public RmfChange Change(Change change) => new()
    {
        Id = change.Id,
        Address = change.Address,
        Kind = change.Kind.ToString(),
        Name = change.Name,
        Action = change.Action.ToString(),
        Reason = change.Reason.ToString(),
        Site = change.Site,
        DependsOn = change.DependsOn,
        Detail = change.Detail ?? change.Properties.Select(p => p.Detail).FirstOrDefault(d => d is not null),
        Properties = Properties(change),
    };

    public RmfChangeResult Result(ChangeResult result) => new()
    {
        Time = result.Time.LocalDateTime,
        Site = result.Change.Site,
        Kind = result.Change.Kind.ToString(),
        Name = result.Change.Name,
        Action = result.Change.Action.ToString(),
        Status = result.Status.ToString(),
        Reason = result.Reason,
        Duration = result.Duration,
        Address = result.Change.Address,
        Properties = Properties(result.Change),
    };

    public string? Value(PropertyValue? value, bool sensitive = false) => value switch
    {
        null => null,
        _ when sensitive => "***",
        Reference reference => input?.Primary.Find(reference.Target)?.Name ?? input?.Secondary.Find(reference.Target)?.Name ?? reference.ToString(),
        Scalar { Type: ScalarType.Null } => null,
        ListValue list => string.Join("; ", list.Items.Select(i => Value(i))),
        GroupValue group => string.Join(", ", group.Members.Select(m => m.Key + " " + Value(m.Value))),
        _ => value.ToString(),
    };

    private List<RmfChangedProperty> Properties(Change change) => change.Properties.Select(p => new RmfChangedProperty
    {
        Path = p.Path,
        Before = Value(p.Before, p.IsSensitive),
        After = Value(p.After, p.IsSensitive),
        Base = Value(p.Base, p.IsSensitive),
        Reason = p.Reason.ToString(),
    }).ToList();
}
