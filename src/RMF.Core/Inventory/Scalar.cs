using System.Globalization;

namespace RMF.Core.Inventory;

/// <summary>One value, kept as its invariant text: <c>true</c>, <c>false</c>, <c>5</c>, <c>0.6</c>, or any text.</summary>
public sealed class Scalar : PropertyValue
{
    public static readonly Scalar Null = new(ScalarType.Null, string.Empty);
    public static readonly Scalar True = new(ScalarType.Boolean, "true");
    public static readonly Scalar False = new(ScalarType.Boolean, "false");
    public static readonly Scalar Empty = new(ScalarType.Text, string.Empty);

    private static readonly Scalar[] SmallNumbers = CreateSmallNumbers();

    private Scalar(ScalarType type, string text)
    {
        Type = type;
        Value = text;
    }

    public ScalarType Type { get; }

    /// <summary>The invariant text of the value; empty for null.</summary>
    public string Value { get; }

    public static Scalar Boolean(bool value) => value ? True : False;

    public static Scalar Text(string value) => value.Length == 0 ? Empty : new Scalar(ScalarType.Text, value);

    public static Scalar Number(long value)
        => value is >= 0 and < 256 ? SmallNumbers[value] : new Scalar(ScalarType.Number, value.ToString(CultureInfo.InvariantCulture));

    public static Scalar Number(double value)
        => value == Math.Truncate(value) && Math.Abs(value) < 1e15
            ? Number((long)value)
            : new Scalar(ScalarType.Number, value.ToString("R", CultureInfo.InvariantCulture));

    public override bool Equals(PropertyValue? other)
        => ReferenceEquals(this, other) || (other is Scalar scalar && scalar.Type == Type && string.Equals(scalar.Value, Value, StringComparison.Ordinal));

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value) ^ (int)Type;

    public override string ToString() => Type == ScalarType.Null ? "null" : Value;

    private static Scalar[] CreateSmallNumbers()
    {
        var numbers = new Scalar[256];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = new Scalar(ScalarType.Number, i.ToString(CultureInfo.InvariantCulture));
        }

        return numbers;
    }
}
