using RMF.Policy.Description;
using RMF.Policy.Editing;

namespace RMF.Policy;

/// <summary>Writes a policy file: what differs from the defaults, with a comment for each part. Thread-safe.</summary>
public static class PolicyWriter
{
    /// <summary>
    /// The text of a file, with line feeds. Reading it gives a policy of the same <see cref="RedundancyPolicy.PolicyHash"/>, as
    /// long as the policy is valid.
    /// </summary>
    /// <param name="policy">The policy; it need not be valid.</param>
    public static string ToYaml(RedundancyPolicy policy) => YamlComposer.Write(PolicyDescription.Root, policy);
}
