using System.Management.Automation;
using RMF.Policy;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Says in the policy file how a tile goes back to the side that it prefers.</summary>
[Cmdlet(VerbsCommon.Set, "RmfFailback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfPriority))]
public sealed class SetRmfFailback : LivePolicyCmdlet
{
    /// <summary>Immediate, Validated, Delayed, Manual or Never.</summary>
    [Parameter(Position = 0)]
    [ValidateSet("Immediate", "Validated", "Delayed", "Manual", "Never")]
    public string? Failback { get; set; }

    /// <summary>How long the preferred side must be healthy first, 0s to 10m; at least twice the reaction time.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? ValidateFor { get; set; }

    /// <summary>The wait after that, for Delayed, up to 1d.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? Delay { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => SetLive(
        ("failback.policy", Failback?.ToLowerInvariant()),
        ("failback.validateFor", ValidateFor is { } validate ? PolicyDuration.Format(validate) : null),
        ("failback.delay", Delay is { } delay ? PolicyDuration.Format(delay) : null));
}
