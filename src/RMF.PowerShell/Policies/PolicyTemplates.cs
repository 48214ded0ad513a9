namespace RMF.PowerShell.Policies;

/// <summary>The example policies, which travel inside the assembly.</summary>
internal static class PolicyTemplates
{
    public static string Text(PolicyTemplate template)
    {
        var name = template switch
        {
            PolicyTemplate.Harbour => "harbour",
            PolicyTemplate.ManyToOne => "many-to-one",
            PolicyTemplate.Restore => "restore",
            PolicyTemplate.SingleSite => "single-site",
            _ => "minimal",
        };
        using var stream = typeof(PolicyTemplates).Assembly.GetManifestResourceStream($"Policies.{name}.yaml")
            ?? throw new InvalidOperationException($"The template {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
