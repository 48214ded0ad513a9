namespace RMF.XProtect.Writing;

/// <summary>A value that cannot be sent, e.g. a reference that was never resolved. Caught where the body is made; it does not leave the writer.</summary>
internal sealed class UnwritableValueException(string property, string reason) : Exception(reason)
{
    public string Property { get; } = property;
}
