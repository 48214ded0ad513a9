namespace RMF.Engine.Ports;

/// <summary>A password or token on its way through. Prints as stars; is never serialised. <see cref="Reveal"/> is called at the wire alone.</summary>
public sealed class Secret
{
    private readonly string value;

    public Secret(string value) => this.value = value;

    public string Reveal() => value;

    /// <summary>True when both hold the same text.</summary>
    public bool IsSameAs(Secret other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override string ToString() => "***";
}
