using System.Globalization;
using RMF.Simulator.Api;
using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>The answers to a task: what was asked is echoed (never a secret), then the state.</summary>
internal static class TaskAnswers
{
    public static SimResponse Success(TaskCall call, (string Name, object Value)[] more)
        => Success(Echo(call), more);

    /// <summary>For tasks that do not say what was asked.</summary>
    public static SimResponse Result((string Name, object Value)[] more) => Success(new JsonText().Object().Name("result").Object(), more);

    private static SimResponse Success(JsonText json, (string Name, object Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            json.Name(name).Text(System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        return Answers.Of(json.Name("state").Text("Success").EndObject().EndObject());
    }

    public static SimResponse Queue(TaskCall call, SiteObject? recorder, Func<TaskOutcome> effect)
    {
        var contract = call.Arguments.Contract;
        if (call.Context.Table.Start(contract.Name, contract.Label, recorder, effect) is not { } task)
        {
            return call.Refuse($"There are {TaskTable.MaxTasks} tasks. Clean up the finished ones.");
        }

        var json = Echo(call).Name("state").Text("Idle");
        json.Name("path").Object().Name("type").Text(ReadApi.Tasks).Name("id").Text(task.Number.ToString(CultureInfo.InvariantCulture)).EndObject();
        return Answers.Of(json.EndObject().EndObject(), contract.Status);
    }

    /// <summary>What a body must hold, for a client that left something out.</summary>
    public static SimResponse MissingParameters(TaskContract contract, TaskParameter? wrong)
    {
        var json = Answers.Open(Answers.BadRequest).Object().Name("errorText").Text("Bad request: parameters missing");
        if (wrong is not null)
        {
            json.Name("property").Text(wrong.Name);
        }

        json.EndObject().EndArray().Name("params").Object();
        foreach (var parameter in contract.Parameters)
        {
            json.Name(parameter.Name).Text(parameter.Type switch
            {
                FieldType.Reference => parameter.Of ?? "",
                FieldType.Flag => "boolean",
                FieldType.Whole => "integer",
                FieldType.Number => "number",
                _ => "string",
            });
        }

        return Answers.Of(json.EndObject().EndObject().EndObject(), Answers.BadRequest);
    }

    private static JsonText Echo(TaskCall call)
    {
        var json = new JsonText().Object().Name("result").Object();
        foreach (var parameter in call.Arguments.Contract.Parameters)
        {
            if (call.Arguments.Find(parameter.Name) is not { } value)
            {
                continue;
            }

            json.Name(parameter.EchoName);
            switch (value)
            {
                case bool flag: json.Flag(flag); break;
                case long whole: json.PlainWhole(whole); break;
                case Guid id when parameter.OldForm: json.Text($"{ApiContract.Current.Resource(parameter.Of!).Item}[{id.ToString().ToUpperInvariant()}]"); break;
                case Guid id: json.Object().Name("type").Text(parameter.Of ?? "").Name("id").Id(id).EndObject(); break;
                case string list when parameter.EchoList: Texts(json, list); break;
                default: json.Text(parameter.Secret ? "" : value.ToString() ?? ""); break;
            }
        }

        return call.Arguments.Contract.EchoEnabled ? json.Name("enabled").Flag(true) : json;
    }

    private static void Texts(JsonText json, string list)
    {
        json.Array();
        foreach (var text in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            json.Text(text);
        }

        json.EndArray();
    }
}
