using System.Management.Automation;
using RMF.Core.Words;
using RMF.Policy;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Policies;

/// <summary>Reads policies for cmdlets. Call it on the pipeline's thread.</summary>
internal static class PolicyLoading
{
    /// <summary>The policy of a <c>-Policy</c> parameter, or the current one. Ends the cmdlet when there is none or it is not valid.</summary>
    public static RmfPolicy RequirePolicy(this RmfCmdlet cmdlet, PolicyArgument? argument)
    {
        if (argument?.Policy is { } given)
        {
            return given;
        }

        var current = cmdlet.Session.Get<CurrentPolicy>();
        var policy = cmdlet.LoadPolicy(argument?.Path is { } path ? cmdlet.ResolvePath(path) : cmdlet.CurrentPolicyPath(), warn: false);
        if (argument is null)
        {
            current.Set(policy);
        }

        return policy;
    }

    /// <summary>Reads a file or folder. Each error is written, then the cmdlet ends.</summary>
    /// <param name="cmdlet">Who asks.</param>
    /// <param name="path">The full path.</param>
    /// <param name="warn">Whether warnings are shown; a policy in daily use need not repeat them.</param>
    public static RmfPolicy LoadPolicy(this RmfCmdlet cmdlet, string path, bool warn)
    {
        var result = PolicyReader.Load(path);
        foreach (var message in result.Messages)
        {
            if (message.Severity == PolicySeverity.Error)
            {
                cmdlet.WriteError(RmfErrorRecord.From(message));
            }
            else if (message.Severity == PolicySeverity.Warning && warn)
            {
                cmdlet.WriteWarning(message.ToString());
            }
            else
            {
                cmdlet.WriteVerbose(message.ToString());
            }
        }

        if (result.Policy is { } policy)
        {
            return new RmfPolicy(policy, path, result.Messages.Count(m => m.Severity == PolicySeverity.Warning));
        }

        var errors = result.Messages.Count(m => m.Severity == PolicySeverity.Error);
        cmdlet.ThrowTerminatingError(RmfErrorRecord.Create(
            "PolicyInvalid",
            ErrorCategory.InvalidData,
            $"The policy {path} cannot be used: {Counted.Of(errors, "error")}.",
            "Correct what the errors above name, then check with Test-RmfPolicy.",
            path,
            exitCode: Engine.Runs.RunResultCode.PolicyInvalid));
        throw new InvalidOperationException("ThrowTerminatingError returned.");
    }

    /// <summary>The path of the current policy. Ends the cmdlet when there is none.</summary>
    public static string CurrentPolicyPath(this RmfCmdlet cmdlet)
    {
        if (cmdlet.Session.Get<CurrentPolicy>().Path is { } path)
        {
            return cmdlet.ResolvePath(path);
        }

        cmdlet.ThrowTerminatingError(RmfErrorRecord.Create(
            "NoPolicy",
            ErrorCategory.ObjectNotFound,
            "There is no policy: none was imported in this session.",
            $"Name one with -Policy, or set it for the session with Import-RmfPolicy or the environment variable {CurrentPolicy.Variable}. New-RmfPolicy writes a first one.",
            target: null));
        throw new InvalidOperationException("ThrowTerminatingError returned.");
    }
}
