using System.Management.Automation;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Runs;

/// <summary>What <c>-AllowGuard</c> means.</summary>
internal static class Guards
{
    /// <summary>Ends the cmdlet at a name that no guard has: a typing mistake must not look like an override.</summary>
    public static void RequireKnown(RmfCmdlet cmdlet, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!GuardList.All.Any(g => Is(g.Name, name)))
            {
                cmdlet.ThrowTerminatingError(RmfErrorRecord.Create(
                    "GuardUnknown",
                    ErrorCategory.InvalidArgument,
                    $"There is no guard '{name}'.",
                    $"The guards are: {string.Join(", ", GuardList.All.Select(g => g.Name))}.",
                    name));
            }
        }
    }

    /// <summary>Those that refuse the plan and are not overridden.</summary>
    public static IReadOnlyList<GuardResult> Refusing(Plan plan, IReadOnlyCollection<string> allowed)
        => plan.Guards.Where(g => !allowed.Any(a => Is(g.Guard, a))).ToList();

    private static bool Is(string guard, string name) => string.Equals(guard, name, StringComparison.OrdinalIgnoreCase);
}
