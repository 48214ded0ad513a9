using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// Judges one value against one schema, strictly: every member declared, every declared member there, each with its
/// type, format and enumeration. It knows the seven keywords that the document uses.
/// </summary>
/// <param name="document">Where references are looked up.</param>
/// <param name="deviations">Where real systems contradict the document.</param>
/// <param name="options">What the request asked for: it decides which members come.</param>
public sealed class SchemaWalker(ContractDocument document, DeviationTable deviations, RequestOptions options)
{
    /// <summary>Members of an answer's envelope that come only on request, by the flag that asks for them.</summary>
    private static readonly HashSet<string> AskedParts = new(StringComparer.Ordinal) { "tasks", "resources" };

    private const string ResultPointer = "/result";
    private const string CreatedPrefix = "created:";

    private readonly Dictionary<string, JudgedValue> places = new(StringComparer.Ordinal);

    /// <summary>Place in the document by JSON pointer, of every value that was judged.</summary>
    public IReadOnlyDictionary<string, JudgedValue> Places => places;

    public IReadOnlyList<Finding> Judge(JsonElement value, JsonElement schema, string place)
    {
        var findings = new List<Finding>();
        Walk(value, schema, place, "", isEnvelope: true, findings);
        return findings;
    }

    private void Walk(JsonElement value, JsonElement schema, string place, string pointer, bool isEnvelope, List<Finding> into)
    {
        var named = document.Resolve(schema, place);
        if (pointer == ResultPointer && options.Task is null)
        {
            // The answer to a POST that creates: the item, but not quite as a GET shows it.
            named = named with { Place = CreatedPrefix + named.Place };
        }

        places[pointer] = new JudgedValue(place, named.Place, named.Schema);
        if (named.Schema.TryGetProperty("oneOf", out var alternatives))
        {
            Walk(value, BestOf(value, alternatives, place, pointer), place, pointer, isEnvelope: false, into);
            return;
        }

        var type = named.Schema.GetProperty("type").GetString()!;
        if (!JsonTypes.Is(value, type))
        {
            Report(FindingKind.WrongType, place, pointer, $"{value.ValueKind} instead of {type}", into);
            return;
        }

        switch (type)
        {
            case "object" when named.IsObjectWithMembers:
                WalkObject(value, named, pointer, isEnvelope, into);
                break;
            case "array":
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Walk(item, named.Schema.GetProperty("items"), place + "[]", $"{pointer}/{index++}", isEnvelope: false, into);
                }

                break;
            default:
                JudgeScalar(value, named.Schema, place, pointer, into);
                break;
        }
    }

    private void WalkObject(JsonElement value, NamedSchema named, string pointer, bool isEnvelope, List<Finding> into)
    {
        foreach (var member in value.EnumerateObject())
        {
            var place = $"{named.Place}.{member.Name}";
            var at = $"{pointer}/{member.Name}";
            if (!named.Declares(member.Name))
            {
                JudgeExtra(member.Value, named, place, at, into);
            }
            else if (Comes(named, member.Name, isEnvelope) == Presence.Never)
            {
                Report(FindingKind.UnaskedMember, place, at, "the request did not ask for it", into);
            }
            else
            {
                Walk(member.Value, named.Schema.GetProperty("properties").GetProperty(member.Name), place, at, isEnvelope: false, into);
            }
        }

        foreach (var member in named.Members)
        {
            if (!value.TryGetProperty(member.Name, out _) && Comes(named, member.Name, isEnvelope) == Presence.Always)
            {
                ReportMissing(value, $"{named.Place}.{member.Name}", pointer, into);
            }
        }

        foreach (var row in deviations.RequiredExtras(named.Place).Where(row => IsAsked(row) && !value.TryGetProperty(row.Member, out _)))
        {
            into.Add(new Finding(FindingKind.MissingMember, $"{named.Place}.{row.Member}", pointer, "real systems send it"));
        }
    }

    private Presence Comes(NamedSchema owner, string member, bool isEnvelope)
    {
        if (isEnvelope && member == "data")
        {
            return options.Asks("noData") ? Presence.Never : Presence.Always;
        }

        if (isEnvelope && AskedParts.Contains(member))
        {
            return options.Asks(member) ? Presence.Always : Presence.Never;
        }

        if (!document.IsChildCollection(owner, member))
        {
            return Presence.Always;
        }

        return options.Children.Contains(member) ? Presence.Always : Presence.Never;
    }

    private void JudgeExtra(JsonElement value, NamedSchema owner, string place, string pointer, List<Finding> into)
    {
        places[pointer] = new JudgedValue(place, place, default);
        var row = deviations.Find(FindingKind.UndeclaredMember, place);
        if (row is null)
        {
            into.Add(new Finding(FindingKind.UndeclaredMember, place, pointer, "the document does not declare it"));
            return;
        }

        if (!IsAsked(row))
        {
            into.Add(new Finding(FindingKind.UnaskedMember, place, pointer, "the request did not ask for it"));
            return;
        }

        into.Add(new Finding(FindingKind.UndeclaredMember, place, pointer, row.What, row));
        switch (row.Shape)
        {
            case ExtraShape.SameAsOwner:
                Walk(value, owner.Schema, owner.Place, pointer, isEnvelope: false, into);
                break;
            case ExtraShape.Definitions:
                new DefinitionsJudge(document, deviations, places, into).Judge(value, owner.Schema.GetProperty("properties").GetProperty("data"), pointer);
                break;
            default:
                ExtraShapes.Judge(value, row.Shape, place, pointer, places, into);
                break;
        }
    }

    private bool IsAsked(Deviation row) => row.AskedBy is null || options.Asks(row.AskedBy);

    private void JudgeScalar(JsonElement value, JsonElement schema, string place, string pointer, List<Finding> into)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return;
        }

        var text = value.GetString()!;
        if (schema.TryGetProperty("format", out var format) && !Formats.Holds(format.GetString()!, text))
        {
            Report(FindingKind.WrongFormat, place, pointer, $"'{text}' is no {format}", into);
        }

        if (schema.TryGetProperty("enum", out var values)
            && !values.EnumerateArray().Any(allowed => allowed.ValueKind == JsonValueKind.String && allowed.GetString() == text))
        {
            Report(FindingKind.UndeclaredValue, place, pointer, $"'{text}' is not in the enumeration", into);
        }
    }

    /// <summary>
    /// The alternative that fits. All members of the alternatives are optional in the document, so the one that the
    /// task names is taken where there is one; otherwise the one with the fewest faults.
    /// </summary>
    private JsonElement BestOf(JsonElement value, JsonElement alternatives, string place, string pointer)
    {
        var wanted = options.Task is null ? null : char.ToLowerInvariant(options.Task[0]) + options.Task[1..] + "ServerTask";
        var named = alternatives.EnumerateArray().Where(schema => document.Resolve(schema, place).Place == wanted);
        return named.Concat(alternatives.EnumerateArray().OrderBy(Faults)).First();

        int Faults(JsonElement schema)
        {
            var found = new List<Finding>();
            Walk(value, schema, place, pointer, isEnvelope: false, found);
            return found.Count(finding => finding.Excuse is null);
        }
    }

    private void Report(FindingKind kind, string place, string pointer, string detail, List<Finding> into) =>
        into.Add(new Finding(kind, place, pointer, detail, deviations.Find(kind, place)));

    private void ReportMissing(JsonElement owner, string place, string pointer, List<Finding> into)
    {
        var row = deviations.Find(FindingKind.MissingMember, place);
        if (row?.Instead is not null && !owner.TryGetProperty(row.Instead, out _))
        {
            row = null;
        }

        into.Add(new Finding(FindingKind.MissingMember, place, pointer, "declared, but not there", row));
    }
}
