namespace RMF.PowerShell;

/// <summary>A guard that refuses a plan.</summary>
public sealed class RmfGuard
{
    /// <summary>Its name, as <c>-AllowGuard</c> takes it.</summary>
    public string Guard { get; internal init; } = "";

    /// <summary>Value, limit and how to allow it.</summary>
    public string Message { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Guard}: {Message}";
}
