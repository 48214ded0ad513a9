using System.Globalization;
using System.Text.Json;
using RMF.Simulator.Contract;

namespace RMF.Simulator.Tasks;

/// <summary>The body of a task, read against the contract.</summary>
internal sealed class TaskArguments
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> others = new(StringComparer.Ordinal);

    private TaskArguments(TaskContract contract) => Contract = contract;

    /// <summary>Texts that the contract does not name: tasks of permissions take the names of permissions.</summary>
    public IReadOnlyDictionary<string, string> Others => others;

    public TaskContract Contract { get; }

    public string Text(string name) => values.GetValueOrDefault(name) as string ?? "";

    public bool Flag(string name) => values.GetValueOrDefault(name) is true;

    public long Whole(string name, long fallback) => values.GetValueOrDefault(name) is long whole ? whole : fallback;

    public Guid Id(string name) => values.GetValueOrDefault(name) is Guid id ? id : Guid.Empty;

    public bool Has(string name) => values.ContainsKey(name);

    public object? Find(string name) => values.GetValueOrDefault(name);

    /// <summary>The arguments, or the name of the parameter that is missing or wrong.</summary>
    public static TaskArguments? Read(TaskContract contract, JsonElement body, out TaskParameter? wrong)
    {
        var read = new TaskArguments(contract);
        wrong = null;
        foreach (var parameter in contract.Parameters)
        {
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(parameter.Name, out var given) || given.ValueKind == JsonValueKind.Null)
            {
                if (parameter.Required)
                {
                    wrong = parameter;
                    return null;
                }

                continue;
            }

            if (Convert(parameter, given) is not { } value)
            {
                wrong = parameter;
                return null;
            }

            read.values.Add(parameter.Name, value);
        }

        if (body.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in body.EnumerateObject().Where(m => contract.Parameters.All(p => p.Name != m.Name)))
            {
                read.others[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
            }
        }

        return read;
    }

    private static object? Convert(TaskParameter parameter, JsonElement given) => parameter.Type switch
    {
        FieldType.Reference => ReferenceText.Read(given),
        FieldType.Flag => given.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(given.GetString(), out var flag) => flag,
            _ => null,
        },
        FieldType.Whole => given.ValueKind switch
        {
            JsonValueKind.Number when given.TryGetInt64(out var whole) => whole,
            JsonValueKind.String when long.TryParse(given.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ => null,
        },
        _ => given.ValueKind switch
        {
            JsonValueKind.String => given.GetString(),
            JsonValueKind.Number => given.GetRawText(),
            _ => null,
        },
    };
}
