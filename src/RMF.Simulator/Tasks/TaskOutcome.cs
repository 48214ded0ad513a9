using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>How a queued task ended. Code 0 is success.</summary>
internal sealed record TaskOutcome(int ErrorCode, string ErrorText, Reference? Path)
{
    public static TaskOutcome Done(Reference? path = null) => new(0, "", path);

    public static TaskOutcome Failed(int code, string text) => new(code, text, null);
}
