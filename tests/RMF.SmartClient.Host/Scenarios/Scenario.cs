using RMF.SmartClient.Host.Sites;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>One thing that is played and checked, on sites and a window of its own.</summary>
internal abstract class Scenario
{
    /// <summary>Name on the command line and in the results: lower case with hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>It ends the whole run when it takes longer.</summary>
    public virtual TimeSpan Limit => TimeSpan.FromSeconds(60);

    /// <summary>It shows the plugin, and not the stand-in alone.</summary>
    public virtual bool NeedsPlugin => false;

    public virtual LabOptions Sites => new();

    /// <summary>Plays on the user interface's thread.</summary>
    public abstract Task RunAsync(Stage stage);
}
