using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>Within one site the two sides' names differ.</summary>
internal static class NamingCheck
{
    public static void Run(RedundancyPolicy policy, Reading reading)
    {
        if (policy.Architecture == Architecture.SingleSite
            && policy.Naming.Secondary.IsIdentity
            && !reading.IsBroken("naming")
            && !reading.IsBroken("architecture"))
        {
            reading.Report(PolicyCodes.NamingClash, "naming.secondary", "on a single site the secondary's names would be those of the primary");
        }
    }
}
