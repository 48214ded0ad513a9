using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>What the parts of a policy mean together. Each check keeps quiet about parts that could not be read: one mistake, one message.</summary>
internal static class PolicyChecks
{
    public static void Run(RedundancyPolicy policy, MappingNode root, Reading reading)
    {
        SecretCheck.Run(root, reading);
        SiteCheck.Run(policy, reading);
        TransportCheck.Run(policy, reading);
        LabelCheck.Run(policy, reading);
        LinkCheck.Run(policy, reading);
        NamingCheck.Run(policy, reading);
        TimingCheck.Run(policy, reading);
        NotYet.Run(policy, reading);
    }
}
