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

    public static implicit operator RunOutcome<T>(T value) => new(value, null);

    public static implicit operator RunOutcome<T>(RunFailure failure) => new(default, failure);

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out RunFailure? failure)
    {
        value = Value;
        failure = Failure;
        return Failure is null && value is not null;
    }
}
