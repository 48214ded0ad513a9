using System.Management.Automation;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Policy;

namespace RMF.PowerShell.Errors;

/// <summary>
/// Makes the error records of this module. Each has a stable id, a category, the object it is about, and a
/// RecommendedAction (<c>$_.ErrorDetails.RecommendedAction</c>): what to do next. docs/errors.md lists the ids.
/// </summary>
internal static class RmfErrorRecord
{
    /// <summary>An error of a cmdlet's own.</summary>
    /// <param name="id">Stable, in PascalCase; add it to docs/errors.md.</param>
    /// <param name="category">What PowerShell sorts it under.</param>
    /// <param name="message">One sentence: what, where. Never a secret.</param>
    /// <param name="advice">What to do next.</param>
    /// <param name="target">The object it is about; null where there is none.</param>
    /// <param name="cause">The exception behind it, if any.</param>
    /// <param name="exitCode">What a step of a pipeline ends with.</param>
    public static ErrorRecord Create(string id, ErrorCategory category, string message, string advice, object? target, Exception? cause = null, RunResultCode exitCode = RunResultCode.Error) =>
        Build(new RmfException(message, cause) { ExitCode = (int)exitCode }, id, category, advice, target);

    /// <summary>A failure at a site. The id is <c>Site</c> and the kind, e.g. <c>SiteInvalidCredentials</c>.</summary>
    public static ErrorRecord From(SiteError error, object? target) =>
        Build(new SiteException(error), "Site" + error.Kind, SiteErrorCategory.Of(error.Kind), error.Advice, target ?? error.Site);

    /// <summary>Why a run could not go on. The id is the failure's code, or the site's error where one is behind it.</summary>
    public static ErrorRecord From(RunFailure failure, object? target) => failure.Cause is { } cause && failure.Code.StartsWith("RMF3", StringComparison.Ordinal)
        ? From(cause, target)
        : Build(new RmfException(failure.Message) { ExitCode = (int)failure.Result }, failure.Code, RunFailureCategory.Of(failure.Result), failure.Advice, target);

    /// <summary>An error in a policy file. The id is its code, e.g. <c>RMF1101</c>; the message begins with file:line:column.</summary>
    public static ErrorRecord From(PolicyMessage message)
    {
        var place = FormattableString.Invariant($"{message.File}:{message.Line}:{message.Column}");
        var advice = message.Advice.Length > 0 ? message.Advice : PolicyCodes.All.FirstOrDefault(code => code.Code == message.Code)?.Help ?? "See about_RMF.";
        return Build(new RmfException($"{place}: {message.Text}.") { ExitCode = (int)RunResultCode.PolicyInvalid }, message.Code, ErrorCategory.InvalidData, advice, new PolicyFinding(message));
    }

    /// <summary>A change that did not end as wanted. The id is <c>Change</c> and the status, e.g. <c>ChangeFailed</c>.</summary>
    public static ErrorRecord From(ChangeResult result, RmfChangeResult target) => Build(
        new RmfException($"{result.Change.Action} {result.Change.Kind} '{result.Change.Name}' ({result.Change.Id}): {result.Status}. {result.Reason}".TrimEnd(' ')),
        "Change" + result.Status,
        ErrorCategory.WriteError,
        "The run went on with the others. Mend what the message names and run again: what is done is not done twice.",
        target);

    /// <summary>Something that a cmdlet wrote by itself and that did not end as wanted. The id is <c>Change</c> and the status, as for a run.</summary>
    public static ErrorRecord OfStatus(ChangeStatus status, string message, string advice, object target) =>
        Build(new RmfException(message), "Change" + status, ErrorCategory.WriteError, advice, target);

    /// <summary>Whatever asynchronous work threw. An exception that nobody expected is a bug, and its advice says so.</summary>
    public static ErrorRecord From(Exception exception, object? target) => exception switch
    {
        TimeoutException or OperationCanceledException =>
            Build(exception, "TimedOut", ErrorCategory.OperationTimeout, "Try again; if it stays slow, look at the network and at the server's load.", target),
        FileNotFoundException or DirectoryNotFoundException =>
            Build(exception, "FileNotFound", ErrorCategory.ObjectNotFound, "Check the path. Paths are relative to PowerShell's current location.", target),
        UnauthorizedAccessException =>
            Build(exception, "FileAccessDenied", ErrorCategory.PermissionDenied, "Check the permissions on the file and its folder, and that the file is not read-only.", target),
        IOException =>
            Build(exception, "FileFailed", ErrorCategory.ReadError, "Check that no other program holds the file, and that the disk has room.", target),
        NotSupportedException =>
            Build(exception, "NotSupported", ErrorCategory.NotImplemented, "See the cmdlet's help for what is carried out.", target),
        _ =>
            Build(exception, "Unexpected", ErrorCategory.NotSpecified, "This is a defect of the module. Please report it with the output of Get-Error.", target),
    };

    private static ErrorRecord Build(Exception exception, string id, ErrorCategory category, string advice, object? target) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = advice },
        };
}
