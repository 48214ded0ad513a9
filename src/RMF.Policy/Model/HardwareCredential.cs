namespace RMF.Policy;

/// <summary>The log-in of cameras whose password the source does not give away. The first that matches is used.</summary>
public sealed record HardwareCredential
{
    /// <summary>Which hardware. Required in the file.</summary>
    public Selector Match { get; init; } = new();

    /// <summary>The user on the device. Required in the file.</summary>
    public string User { get; init; } = "";

    /// <summary>Where the password is kept. Required in the file.</summary>
    public SecretReference Password { get; init; } = new(SecretStore.Secret, "");
}
