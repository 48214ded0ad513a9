using System.Globalization;
using RMF.Simulator.Json;
using RMF.Simulator.Models;
using RMF.Simulator.Store;

namespace RMF.Simulator.Contract;

/// <summary>One field of a resource.</summary>
internal sealed record FieldContract
{
    private byte[]? jsonName;

    public required string Name { get; init; }

    /// <summary>The name as it is written into answers.</summary>
    public byte[] JsonName => jsonName ??= JsonText.Prepare(Name);

    public required FieldType Type { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Read only once the object exists, but taken when it is made.</summary>
    public bool OnCreate { get; init; }

    /// <summary>The only way to change it, where PATCH is not.</summary>
    public string? Task { get; init; }

    /// <summary>Resource that a reference points to, or block type.</summary>
    public string? Of { get; init; }

    public object? Default { get; init; }

    public Personality Since { get; init; }

    /// <summary>Bounds and options, in the form that settings use too.</summary>
    public required SettingDefinition Definition { get; init; }

    /// <summary>A plain value (not a reference or block) in the form the store holds.</summary>
    public bool TryConvert(object? given, out object value, out string problem)
    {
        switch (Type)
        {
            case FieldType.Date:
                value = "";
                problem = "a time is expected.";
                if (given is string text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                {
                    value = new Timestamp(time);
                    return true;
                }

                return false;
            case FieldType.Id:
                problem = "an id is expected.";
                var parsed = Guid.TryParse(given as string, out var id);
                value = id;
                return parsed;
            default:
                return SettingValue.TryConvert(Definition, given, out value, out problem);
        }
    }
}
