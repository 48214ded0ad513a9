using System.Text.Json;
using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Security;
using RMF.Simulator.Store;
using RMF.Simulator.Tasks;

namespace RMF.Simulator.Api;

/// <summary>Answers <c>POST ...?task=Name</c>.</summary>
internal sealed class TaskApi(SiteState state, TaskTable table, Outages outages)
{
    private readonly TaskContext context = new(state, table, outages);

    public SimResponse Invoke(ApiCall call, string id)
    {
        if (call.Resource.Name == ReadApi.Tasks)
        {
            return OnTask(call, id, recorder: null);
        }

        return state.Store.Write(() => state.Store.FindByText(call.Resource, id) is { } target
            ? Run(call, target, call.Resource, call.Resource.Tasks)
            : ReadApi.NotFound(call.Resource, id));
    }

    /// <summary>A task on a list that hangs on the site; its target is the site.</summary>
    public SimResponse InvokeOnMany(ApiCall call) => state.Store.Write(() => Run(call, state.Site, call.Resource, call.Resource.CollectionTasks));

    public SimResponse InvokeBelow(ApiCall call, string parentId, ChildContract child, string id)
    {
        if (child.Resource.Name == ReadApi.Tasks)
        {
            var recorder = state.Store.Read(() => state.Store.FindByText(call.Resource, parentId)?.Id);
            return recorder is null ? ReadApi.NotFound(call.Resource, parentId) : OnTask(call, id, recorder);
        }

        return state.Store.Write(() => state.Store.FindByText(child.Resource, id) is { } target && SiteStore.IsId(target.Parent, parentId)
            ? Run(call, target, child.Resource, child.Resource.Tasks)
            : ReadApi.NotFound(child.Resource, id));
    }

    /// <summary>A task on a list of children; its target is the parent. Caller holds the write lock.</summary>
    public SimResponse RunOnList(ApiCall call, SiteObject parent, ChildContract child) => Run(call, parent, child.Resource, child.Resource.CollectionTasks);

    private SimResponse OnTask(ApiCall call, string id, Guid? recorder) =>
        call.Query.TryGetText("task", out var name) ? table.Invoke(id, recorder, name) : Answers.UnknownRequest();

    private SimResponse Run(ApiCall call, SiteObject target, ResourceContract resource, IReadOnlyList<TaskContract> offered)
    {
        if (!call.Query.TryGetText("task", out var name))
        {
            return Answers.UnknownRequest();
        }

        if (offered.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase) && t.Since <= state.Personality) is not { } contract)
        {
            return Answers.Error(Answers.BadRequest, $"Bad request: Unknown task {name}", "task");
        }

        if (AccountRights.Refusal(state, target, contract.Name) is { } forbidden)
        {
            return forbidden;
        }

        if (!JsonBody.TryRead(call.Request, out var body))
        {
            return JsonBody.Malformed();
        }

        return TaskArguments.Read(contract, body, out var wrong) is { } arguments
            ? TaskHandlers.All[$"{resource.Name}/{contract.Name}"].Run(new TaskCall(target, arguments, context))
            : TaskAnswers.MissingParameters(contract, body.ValueKind == JsonValueKind.Undefined ? null : wrong);
    }
}
