using System.Text.Json;
using RMF.Simulator.Building;
using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Security;
using RMF.Simulator.Store;
using RMF.Simulator.Tasks;
using RMF.Simulator.Updates;

namespace RMF.Simulator.Api;

/// <summary>Answers PUT, PATCH, DELETE and the POST that makes something.</summary>
internal sealed class WriteApi(SiteState state, Outages outages)
{
    public SimResponse Update(ApiCall call, string id)
    {
        if (!JsonBody.TryRead(call.Request, out var body) || body.ValueKind != JsonValueKind.Object)
        {
            return JsonBody.Malformed();
        }

        return state.Store.Write(() =>
        {
            if (state.Store.FindByText(call.Resource, id) is not { } item)
            {
                return ReadApi.NotFound(call.Resource, id);
            }

            if (outages.Refusal(call.Resource, item) is { } away)
            {
                return away;
            }

            var strict = call.Verb == Verbs.Patch && state.Options.ReadOnlyWrites == ReadOnlyWrites.Reject;
            var plan = new ObjectUpdate(state, strict).Plan(item, body);
            if (plan.Refusal is { } refused)
            {
                return refused;
            }

            plan.Apply();
            var json = new JsonText(state.Personality < Personality.V2025R1).Object().Name("data");
            new ObjectWriter(json, state.Personality).Write(item);
            return Answers.Of(json.EndObject());
        });
    }

    public SimResponse Delete(ApiCall call, string id) => state.Store.Write(() =>
        state.Store.FindByText(call.Resource, id) is { } item ? Remove(item) : ReadApi.NotFound(call.Resource, id));

    public SimResponse DeleteBelow(ApiCall call, string parentId, ChildContract child, string id) => state.Store.Write(() =>
    {
        if (state.Store.FindByText(call.Resource, parentId) is not { } parent)
        {
            return ReadApi.NotFound(call.Resource, parentId);
        }

        if (state.Store.FindByText(child.Resource, id) is not { } item || !item.IsBelow(parent))
        {
            return ReadApi.NotFound(child.Resource, id);
        }

        if (!child.Members)
        {
            return Remove(item);
        }

        parent.RemoveMember(item);
        parent["lastModified"] = state.Now;
        return Done();
    });

    public SimResponse CreateBelow(ApiCall call, string parentId, ChildContract child, TaskApi tasks) => state.Store.Write(() =>
    {
        if (state.Store.FindByText(call.Resource, parentId) is not { } parent)
        {
            return ReadApi.NotFound(call.Resource, parentId);
        }

        if (call.Query.TryGet("task", out _))
        {
            return tasks.RunOnList(call, parent, child);
        }

        return child.Members ? AddMember(call, parent, child) : Make(call, parent, child.Resource);
    });

    public SimResponse Create(ApiCall call) => state.Store.Write(() => Make(call, state.Site, call.Resource));

    private static SimResponse Done(int status = Answers.Ok) => Answers.Of(new JsonText().Object().Name("state").Text("Success").EndObject(), status);

    private SimResponse AddMember(ApiCall call, SiteObject parent, ChildContract child)
    {
        if (!JsonBody.TryRead(call.Request, out var body) || ReferenceText.Read(body) is not Guid id)
        {
            return Answers.Error(Answers.BadRequest, "Bad request: parameters missing", "id");
        }

        if (state.Store.Find(child.Resource, id) is not { } member)
        {
            return ReadApi.NotFound(child.Resource, id.ToString());
        }

        if (member.ListedBy?.Contains(parent) == true)
        {
            return Answers.Error(Answers.BadRequest, "Bad Request - id: the item is a member already.", "id");
        }

        parent.AddMember(member);
        parent["lastModified"] = state.Now;
        return Done(Answers.Created);
    }

    private SimResponse Make(ApiCall call, SiteObject parent, ResourceContract resource)
    {
        if (AccountRights.Refusal(state, resource.Name, parent) is { } forbidden)
        {
            return forbidden;
        }

        if (!JsonBody.TryRead(call.Request, out var body) || body.ValueKind != JsonValueKind.Object)
        {
            return JsonBody.Malformed();
        }

        var name = body.TryGetProperty("name", out var given) ? given.GetString() ?? "" : "";
        if (Names.Problem(state.Store, resource, parent, name, except: null) is { } problem)
        {
            return Answers.Error(Answers.BadRequest, $"Bad Request - name: {problem}", "name");
        }

        var made = new SiteObject(resource, state.Ids.Next(), parent);
        Defaults(made);
        var plan = new ObjectUpdate(state, strict: false).Plan(made, body);
        OnCreate(made, body, plan);
        if (plan.Refusal is { } refused)
        {
            return refused;
        }

        plan.Apply();
        state.Store.Add(made);
        return Created(made);
    }

    private void Defaults(SiteObject made)
    {
        foreach (var field in made.Resource.Fields)
        {
            if (field.Name is "createdDate" or "lastModified")
            {
                made[field.Name] = state.Now;
            }
            else if (field is { Type: FieldType.Flag, ReadOnly: true })
            {
                // A flag that only the server sets is there from the beginning: no preset is the default one before it was made that.
                made[field.Name] = Boxes.Of(false);
            }
            else if (field is { Type: FieldType.Block, Of: { } block })
            {
                made[field.Name] = new Block(state.Store.Contract.Blocks[block]);
            }
            else if (field.Type == FieldType.Blocks)
            {
                made[field.Name] = new List<Block>();
            }
        }
    }

    private static void OnCreate(SiteObject made, JsonElement body, UpdatePlan plan)
    {
        foreach (var field in made.Resource.Fields.Where(f => f.OnCreate))
        {
            if (!body.TryGetProperty(field.Name, out var given))
            {
                continue;
            }

            if (field.TryConvert(JsonBody.Scalar(given), out var value, out var problem))
            {
                plan.Add(() => made[field.Name] = value);
            }
            else
            {
                plan.Refuse(field.Name, problem);
            }
        }
    }

    private SimResponse Created(SiteObject made)
    {
        var json = new JsonText(state.Personality < Personality.V2025R1).Object().Name("result").Object();
        new ObjectWriter(json, state.Personality).Fields(made, upperId: true);
        json.Name("state").Text("Success");
        json.Name("path").Object().Name("type").Text(made.Resource.Name).Name("id").Id(made.Id, upper: true).EndObject();
        return Answers.Of(json.EndObject().EndObject(), Answers.Created);
    }

    private SimResponse Remove(SiteObject item)
    {
        if (item.Parent is { } above && AccountRights.Refusal(state, item.Resource.Name, above) is { } forbidden)
        {
            return forbidden;
        }

        if (Obstacle(item) is { } obstacle)
        {
            return Answers.Error(Answers.BadRequest, obstacle);
        }

        switch (item.Resource.Name)
        {
            case "hardware":
                HardwareFactory.Leave(item);
                break;
            case "ptzPresets":
                PatrollingUpdate.Forget(item);
                break;
        }

        state.Store.Remove(item);
        return Done();
    }

    private string? Obstacle(SiteObject item) => item.Resource.Name switch
    {
        "recordingServers" when item.Children("hardware").Count > 0 => "The recording server has hardware.",
        "storages" when item["isDefault"] is true => "The default storage cannot be deleted.",
        "storages" when GetDevicesUsingStorageTask.Users(state.Store, item).Any() => "The storage is used by devices.",
        _ => null,
    };
}
