namespace RMF.PowerShell;

/// <summary>What <c>-Plan</c> takes: a plan, or the path of a file that New-RmfPlan wrote.</summary>
public sealed class PlanArgument
{
    /// <summary>A path, relative to PowerShell's current location.</summary>
    public PlanArgument(string path) => Path = path;

    /// <summary>A plan that is read already.</summary>
    public PlanArgument(RmfPlan plan) => Plan = plan;

    /// <summary>A file.</summary>
    public PlanArgument(FileSystemInfo file)
        : this((file ?? throw new ArgumentNullException(nameof(file))).FullName)
    {
    }

    /// <summary>The path, when one was given.</summary>
    public string? Path { get; }

    /// <summary>The plan, when one was given.</summary>
    public RmfPlan? Plan { get; }

    /// <inheritdoc/>
    public override string ToString() => Plan?.Id ?? Path ?? "";
}
