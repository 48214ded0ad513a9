using System.Management.Automation;
using RMF.Engine.Runs;

namespace RMF.PowerShell.Errors;

/// <summary>What PowerShell sorts a run's failure under.</summary>
internal static class RunFailureCategory
{
    public static ErrorCategory Of(RunResultCode result) => result switch
    {
        RunResultCode.GuardRefused => ErrorCategory.LimitsExceeded,
        RunResultCode.PolicyInvalid => ErrorCategory.InvalidData,
        RunResultCode.PartlyApplied or RunResultCode.NotVerified => ErrorCategory.InvalidResult,
        RunResultCode.Cancelled => ErrorCategory.OperationStopped,
        RunResultCode.PlanStale => ErrorCategory.ResourceBusy,
        _ => ErrorCategory.InvalidOperation,
    };
}
