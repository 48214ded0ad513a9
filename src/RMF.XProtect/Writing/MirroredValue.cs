using System.Globalization;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.XProtect.Bindings;
using RMF.XProtect.Json;

namespace RMF.XProtect.Writing;

/// <summary>
/// Writes wanted values as JSON in the types that the server itself uses for the same members: a release that sends numbers as text
/// wants them back as text. Where the server's value is not known, the wanted value's own type is taken.
/// </summary>
/// <param name="forms">How the server spells references.</param>
/// <param name="binding">Says which members are never sent.</param>
internal sealed class MirroredValue(ReferenceForms forms, Binding binding)
{
    /// <summary>Members that tell the entries of a list apart, best first.</summary>
    private static readonly string[] EntryKeys = ["streamReferenceId", "displayName", "name", "id"];

    /// <summary>Members of an entry that are sent even when the driver does not let them be set: the server finds the entry by them.</summary>
    private static readonly HashSet<string> Identity = new(EntryKeys, StringComparer.Ordinal);

    /// <param name="writer">Stands where a value is expected.</param>
    /// <param name="path">The property, or group.member; definitions are found by it.</param>
    /// <param name="desired">The wanted value.</param>
    /// <param name="current">The server's value; null = not known.</param>
    /// <param name="definitions">What the driver says of the members.</param>
    public void Write(Utf8JsonWriter writer, string path, PropertyValue desired, PropertyValue? current, DefinitionSet? definitions)
    {
        switch (desired)
        {
            case Scalar scalar:
                WriteScalar(writer, scalar, current as Scalar);
                break;
            case Reference reference:
                WriteReference(writer, path, reference.Target);
                break;
            case GroupValue group:
                WriteGroup(writer, path, group.Members, (current as GroupValue)?.Members, definitions);
                break;
            case ListValue list:
                WriteList(writer, path, list, current as ListValue, definitions);
                break;
            default:
                throw new UnwritableValueException(path, $"'{path}' points at something that is not known on this site: {desired}");
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, Scalar desired, Scalar? current)
    {
        var type = current is { Type: not ScalarType.Null } ? current.Type : desired.Type;
        switch (type)
        {
            case ScalarType.Boolean when bool.TryParse(desired.Value, out var truth):
                writer.WriteBooleanValue(truth);
                break;
            case ScalarType.Number when long.TryParse(desired.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole):
                writer.WriteNumberValue(whole);
                break;
            case ScalarType.Number when double.TryParse(desired.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && !double.IsNaN(number) && !double.IsInfinity(number):
                writer.WriteNumberValue(number);
                break;
            default:
                if (desired.Type == ScalarType.Null)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    writer.WriteStringValue(TextOf(desired, current));
                }

                break;
        }
    }

    // 2023 R2 writes booleans inside settings as text, with the capital letter of .NET in places: keep the server's spelling.
    private static string TextOf(Scalar desired, Scalar? current)
        => current is { Type: ScalarType.Text, Value: "True" or "False" } && bool.TryParse(desired.Value, out var truth) ? truth ? "True" : "False" : desired.Value;

    private void WriteReference(Utf8JsonWriter writer, string path, ItemKey target)
    {
        var slash = target.Id.IndexOf('/');
        if (slash > 0)
        {
            // A part of the same device is named by its bare id.
            writer.WriteStringValue(target.Id.Substring(slash + 1));
            return;
        }

        if (forms.TextOf(path, target) is { } text)
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", BindingTable.Find(target.Kind)?.Resource ?? throw new UnwritableValueException(path, $"'{path}' points at a {target.Kind}, which this API does not name"));
        writer.WriteString("id", target.Id);
        writer.WriteEndObject();
    }

    private void WriteGroup(Utf8JsonWriter writer, string path, PropertyBag desired, PropertyBag? current, DefinitionSet? definitions)
    {
        writer.WriteStartObject();
        foreach (var member in desired)
        {
            var before = current?[member.Key];
            var below = path + "." + member.Key;
            var isReportOnly = binding.ReportOnlyMembers.Contains(member.Key, StringComparer.Ordinal) || IsUnchangedReport(member, before, below, definitions);
            if (!isReportOnly)
            {
                writer.WritePropertyName(member.Key);
                Write(writer, below, member.Value, before, definitions);
            }
        }

        writer.WriteEndObject();
    }

    private static bool IsUnchangedReport(KeyValuePair<string, PropertyValue> member, PropertyValue? before, string path, DefinitionSet? definitions)
        => !Identity.Contains(member.Key) && definitions?.Find(path) is { CanSet: false } && (before is null || before.Equals(member.Value));

    private void WriteList(Utf8JsonWriter writer, string path, ListValue desired, ListValue? current, DefinitionSet? definitions)
    {
        writer.WriteStartArray();
        for (var i = 0; i < desired.Items.Count; i++)
        {
            Write(writer, path, desired.Items[i], TwinOf(desired.Items[i], i, current), definitions);
        }

        writer.WriteEndArray();
    }

    /// <summary>The server's entry with the same key, else at the same place, else any: its types are what matters.</summary>
    private static PropertyValue? TwinOf(PropertyValue entry, int index, ListValue? current)
    {
        if (current is null || current.Items.Count == 0)
        {
            return null;
        }

        if (entry is GroupValue group)
        {
            foreach (var key in EntryKeys)
            {
                if (group.Members[key] is { } value && current.Items.FirstOrDefault(i => i is GroupValue other && value.Equals(other.Members[key])) is { } twin)
                {
                    return twin;
                }
            }
        }

        return current.Items[index < current.Items.Count ? index : 0];
    }
}
