using System.Diagnostics.CodeAnalysis;

namespace RMF.Engine.Runs;

/// <summary>A step's value, or why the run cannot go on.</summary>
public readonly struct RunOutcome<T>
{
    private RunOutcome(T? value, RunFailure? failure)
    {
        Value = value;
        Failure = failure;
    }

    public T? Value { get; }

    public RunFailure? Failure { get; }

    /// <summary>For interfaces, which have no implicit conversion.</summary>
    public static RunOutcome<T> Of(T value) => new(value, null);

    public static implicit operator RunOutcome<T>(T value) => new(value, null);

    public static implicit operator RunOutcome<T>(RunFailure failure) => new(default, failure);

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out RunFailure? failure)
    {
        value = Value;
        failure = Failure;
        return Failure is null && value is not null;
    }
}
