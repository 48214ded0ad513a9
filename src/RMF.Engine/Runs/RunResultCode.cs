namespace RMF.Engine.Runs;

/// <summary>How a run ended. The numbers are the exit codes of a pipeline step.</summary>
public enum RunResultCode
{
    InWantedState = 0,
    Error = 1,
    ChangesPending = 2,
    GuardRefused = 3,
    PolicyInvalid = 4,
    PartlyApplied = 5,
    Cancelled = 6,
    PlanStale = 7,
    NotVerified = 8,
}
