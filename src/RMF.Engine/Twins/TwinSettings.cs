using System.Globalization;
using RMF.Core.Inventory;

namespace RMF.Engine.Twins;

/// <summary>
/// The settings of one block (general, one stream, PTZ, driver) as all devices of a model together show them: what the driver says of each,
/// else what its values look like. The first device's values become the model's. Not thread-safe.
/// </summary>
internal sealed class TwinSettings
{
    /// <summary>Members that XProtect adds to what a driver offers, or that stand in every block.</summary>
    private static readonly HashSet<string> Added = new(["displayName", "streamReferenceId"], StringComparer.Ordinal);

    private readonly List<string> names = [];
    private readonly Dictionary<string, Seen> byName = new(StringComparer.Ordinal);

    public bool IsEmpty => names.Count == 0;

    /// <param name="block">One device's values.</param>
    /// <param name="path">Where its definitions stand, e.g. <c>stream.</c>.</param>
    /// <param name="definitions">What the driver says; null where it was not asked.</param>
    /// <param name="reported">Names that the device reports and nobody sets, where no definition says it.</param>
    public void See(PropertyBag block, string path, DefinitionSet? definitions, ICollection<string>? reported = null)
    {
        foreach (var member in block)
        {
            if (member.Value is not Scalar value || Added.Contains(member.Key))
            {
                continue;
            }

            if (!byName.TryGetValue(member.Key, out var seen))
            {
                var definition = definitions?.Find(path + member.Key);
                byName.Add(member.Key, seen = new Seen(value, definition, definition?.CanSet ?? reported?.Contains(member.Key) != true));
                names.Add(member.Key);
            }

            seen.Take(value);
        }
    }

    /// <summary>The set as a world's <c>settingSets</c> holds it.</summary>
    public List<object> Describe() => names.ConvertAll(name => (object)byName[name].Describe(name));

    /// <summary>The values of one device that are not the model's own and can be set.</summary>
    public TwinMap Differing(PropertyBag block)
    {
        var map = new TwinMap();
        foreach (var name in names)
        {
            if (block[name] is Scalar value && byName[name] is { CanSet: true } seen && !string.Equals(value.Value, seen.First.Value, StringComparison.Ordinal))
            {
                map.Add(name, seen.Spell(value));
            }
        }

        return map;
    }

    private sealed class Seen(Scalar first, SettingDefinition? definition, bool canSet)
    {
        private readonly HashSet<string> values = new(StringComparer.Ordinal);
        private bool isBoolean = true;
        private bool isNumber = true;
        private bool isWhole = true;
        private double least = double.MaxValue;
        private double most = double.MinValue;

        public Scalar First => first;

        public bool CanSet => canSet;

        public void Take(Scalar value)
        {
            values.Add(value.Value);
            isBoolean &= value.Type == ScalarType.Boolean;
            isNumber &= value.Type == ScalarType.Number;
            if (isNumber && double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                isWhole &= number == Math.Truncate(number) && Math.Abs(number) < int.MaxValue;
                least = Math.Min(least, number);
                most = Math.Max(most, number);
            }
        }

        public TwinMap Describe(string name)
        {
            var map = new TwinMap().Add("name", name).Add("type", Type);
            map.Add("default", Spell(first));
            if (isNumber && definition is not null)
            {
                map.Add("min", definition.Minimum <= least ? definition.Minimum : null).Add("max", definition.Maximum >= most ? definition.Maximum : null);
            }

            if (Type == "choice")
            {
                map.Add("options", definition!.Options.Cast<object>().ToList());
            }

            return canSet ? map : map.Add("canSet", false);
        }

        public object Spell(Scalar value) => Type switch
        {
            "flag" => string.Equals(value.Value, "true", StringComparison.OrdinalIgnoreCase),
            "whole" => long.Parse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
            "number" => double.Parse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => value.Value,
        };

        private string Type => isBoolean ? "flag"
            : isNumber ? (isWhole && definition?.ValueType.IndexOf("Double", StringComparison.OrdinalIgnoreCase) is null or < 0 ? "whole" : "number")
            : definition is { Options.Count: > 0 } && values.All(v => definition.Options.Contains(v, StringComparer.Ordinal)) ? "choice"
            : "text";
    }
}
