using System.Diagnostics.CodeAnalysis;

namespace RMF.Engine.Ports;

/// <summary>A value, or the reason why there is none. Expected failures travel this way; exceptions are for bugs and cancellation.</summary>
public readonly struct Outcome<T>
{
    private Outcome(T? value, SiteError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; default when <see cref="Error"/> is set.</summary>
    public T? Value { get; }

    public SiteError? Error { get; }

    /// <summary>For interfaces, which have no implicit conversion.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(SiteError error) => new(default, error);

    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return Error is null && value is not null;
    }
}
