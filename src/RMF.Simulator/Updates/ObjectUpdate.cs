using System.Text.Json;
using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Contract;
using RMF.Simulator.Models;
using RMF.Simulator.Store;
using RMF.Simulator.Tasks;

namespace RMF.Simulator.Updates;

/// <summary>Plans what PUT or PATCH does to an object, field by field as the contract says.</summary>
internal sealed class ObjectUpdate(SiteState state, bool strict)
{
    public UpdatePlan Plan(SiteObject item, JsonElement body)
    {
        var plan = new UpdatePlan();
        foreach (var member in body.EnumerateObject())
        {
            if (member.NameEquals("relations"))
            {
                continue;
            }

            if (item.Resource.FindField(member.Name) is not { } field || field.Since > state.Personality)
            {
                if (strict)
                {
                    plan.Refuse(member.Name, "there is no such property.");
                }

                continue;
            }

            Field(item, field, member.Value, plan);
        }

        if (!plan.IsEmpty && item.Resource.FieldAt("lastModified") >= 0)
        {
            plan.Add(() => item["lastModified"] = state.Now);
        }

        return plan;
    }

    private void Field(SiteObject item, FieldContract field, JsonElement given, UpdatePlan plan)
    {
        if (field.ReadOnly || field.Task is not null)
        {
            Unchanged(item, field, given, plan);
            return;
        }

        switch (field.Type)
        {
            case FieldType.Block when item[field.Name] is Block block:
                BlockUpdate.Plan(block, given, plan, strict);
                return;
            case FieldType.Blocks when item.Resource.Name == "streams":
                StreamsUpdate.Plan(item, state.Store.Find("settings", item.Id)!, given, plan, strict);
                return;
            case FieldType.Blocks when item.Resource.Name == "views":
                ViewItemsUpdate.Plan(item, given, plan, state.Ids);
                return;
            case FieldType.Blocks when item.Resource.Name == "patrollingProfiles":
                PatrollingUpdate.Plan(item, given, plan, strict);
                return;
            case FieldType.Blocks when item[field.Name] is List<Block> blocks:
                BlockUpdate.PlanList(field.Name, blocks, given, plan, strict);
                return;
            case FieldType.Block or FieldType.Blocks:
                plan.Refuse(field.Name, "the device has no such settings.");
                return;
        }

        if (!field.TryConvert(JsonBody.Scalar(given), out var value, out var problem))
        {
            plan.Refuse(field.Name, problem);
            return;
        }

        if (Special(item, field.Name, value, plan))
        {
            return;
        }

        plan.Add(() => item[field.Name] = value);
    }

    /// <summary>The few fields that carry a rule of their own. True when the change is planned (or refused) here.</summary>
    private bool Special(SiteObject item, string field, object value, UpdatePlan plan)
    {
        switch (field)
        {
            case "name":
                Name(item, (string)value, plan);
                return true;
            case "address" when item.Resource.Name == "hardware":
                Address(item, (string)value, plan);
                return true;
            default:
                return false;
        }
    }

    private void Name(SiteObject item, string name, UpdatePlan plan)
    {
        if (Names.Problem(state.Store, item.Resource, item.Parent, name, item) is { } problem)
        {
            plan.Refuse("name", problem);
            return;
        }

        plan.Add(() =>
        {
            item["name"] = name;
            item["displayName"] = name;
        });
    }

    private static void Address(SiteObject hardware, string text, UpdatePlan plan)
    {
        if (DeviceAddress.Parse(text) is not { } address)
        {
            plan.Refuse("address", "an address is expected.");
            return;
        }

        var recorder = RecorderState.Of(hardware.Parent!);
        if (recorder.IsTaken(address, except: hardware))
        {
            plan.Refuse("address", VmsErrors.Of(VmsErrors.AlreadyDefined).ErrorText);
            return;
        }

        plan.Add(() =>
        {
            recorder.Drop(hardware);
            hardware["address"] = address.AbsoluteUri;
            recorder.Put(hardware);
        });
    }

    private void Unchanged(SiteObject item, FieldContract field, JsonElement given, UpdatePlan plan)
    {
        if (!strict || IsSame(item, field, given))
        {
            return;
        }

        plan.Refuse(field.Name, field.Task is null ? "the property is read only." : $"the property is changed by the task {field.Task}.");
    }

    private static bool IsSame(SiteObject item, FieldContract field, JsonElement given)
    {
        var held = field.Type == FieldType.Id ? item.Id : item[field.Name];
        if (field.Type == FieldType.Reference)
        {
            return ReferenceText.Read(given) is Guid id && held is Reference to && to.Id == id;
        }

        return field.TryConvert(JsonBody.Scalar(given), out var value, out _) && Equals(held, value);
    }
}
