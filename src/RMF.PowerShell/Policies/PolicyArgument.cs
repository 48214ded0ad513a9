namespace RMF.PowerShell;

/// <summary>What <c>-Policy</c> takes: the path of a file or folder, or a policy that Import-RmfPolicy or Get-RmfPolicy gave.</summary>
public sealed class PolicyArgument
{
    /// <summary>A path, relative to PowerShell's current location.</summary>
    public PolicyArgument(string path) => Path = path;

    /// <summary>A policy that is read already.</summary>
    public PolicyArgument(RmfPolicy policy) => Policy = policy;

    /// <summary>A file.</summary>
    public PolicyArgument(FileSystemInfo file)
        : this((file ?? throw new ArgumentNullException(nameof(file))).FullName)
    {
    }

    /// <summary>The path, when one was given.</summary>
    public string? Path { get; }

    /// <summary>The policy, when one was given.</summary>
    public RmfPolicy? Policy { get; }

    /// <inheritdoc/>
    public override string ToString() => Policy?.Name ?? Path ?? "";
}
