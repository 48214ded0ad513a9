using RMF.Simulator.Building;
using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Store;
using RMF.Simulator.Tasks;

namespace RMF.Simulator.Api;

/// <summary>Answers every GET of the REST interface.</summary>
internal sealed class ReadApi(SiteState state, TaskTable taskTable, Outages outages)
{
    public const string Tasks = "tasks";

    public SimResponse Many(ApiCall call)
    {
        if (call.Resource.Name == Tasks)
        {
            return taskTable.List(call.Query, recorder: null);
        }

        return state.Store.Read(() =>
        {
            var all = state.Store.All(call.Resource);

            // The list of groups holds the top ones; the others stand below their parents.
            var top = call.Resource.FindChild(call.Resource.Name) is null ? all : all.Where(g => g.Parent?.Resource != call.Resource);
            return new CollectionView(call.Query, state.Personality).Write(call.Resource, top, mayInclude: true);
        });
    }

    public SimResponse One(ApiCall call, string id)
    {
        if (call.Resource.Name == Tasks)
        {
            return taskTable.Get(call.Query, id, recorder: null);
        }

        return state.Store.Read(() => state.Store.FindByText(call.Resource, id) is { } item ? Item(call, item, call.Resource) : NotFound(call.Resource, id));
    }

    public SimResponse Children(ApiCall call, string parentId, ChildContract child)
    {
        if (child.Resource.Name == Tasks)
        {
            return OfRecorder(call, parentId, recorder => taskTable.List(call.Query, recorder));
        }

        return state.Store.Read(() =>
        {
            if (state.Store.FindByText(call.Resource, parentId) is not { } parent)
            {
                return NotFound(call.Resource, parentId);
            }

            return outages.Refusal(child.Resource, parent)
                ?? new CollectionView(call.Query, state.Personality).Write(child.Resource, child.Lazy ? [LazyParts.Of(state.Store, child, parent)] : parent.Children(child), mayInclude: false);
        });
    }

    public SimResponse Child(ApiCall call, string parentId, ChildContract child, string id)
    {
        if (child.Resource.Name == Tasks)
        {
            return OfRecorder(call, parentId, recorder => taskTable.Get(call.Query, id, recorder));
        }

        return state.Store.Read(() =>
        {
            if (state.Store.FindByText(call.Resource, parentId) is not { } parent)
            {
                return NotFound(call.Resource, parentId);
            }

            if (child.Lazy && SiteStore.IsId(parent, id))
            {
                return Item(call, LazyParts.Of(state.Store, child, parent), child.Resource);
            }

            return state.Store.FindByText(child.Resource, id) is { } item && item.IsBelow(parent) ? Item(call, item, child.Resource) : NotFound(child.Resource, id);
        });
    }

    public static SimResponse NotFound(ResourceContract resource, string id)
    {
        var what = resource.CanBeDisabled && resource.Name is not ("hardware" or "recordingServers") ? "Device" : resource.Item;
        return Answers.Error(Answers.NotFound, $"{what} not found. {resource.Name}/{id}");
    }

    /// <summary>The tasks and resources of an item, where the query asks for them.</summary>
    public static JsonText Parts(JsonText json, Query query, ResourceContract resource, Personality personality)
    {
        if (query.Flag("tasks"))
        {
            json.Name("tasks").Array();
            foreach (var task in resource.Tasks.Where(t => t.Since <= personality))
            {
                json.Object().Name("id").Text(task.Name).Name("displayName").Text(task.Label).EndObject();
            }

            json.EndArray();
        }

        if (query.Flag("resources"))
        {
            json.Name("resources").Array();
            foreach (var child in resource.Children)
            {
                json.Object().Name("type").Text(child.Resource.Name).Name("displayName").Text(child.Resource.Label).EndObject();
            }

            json.EndArray();
        }

        return json;
    }

    private SimResponse OfRecorder(ApiCall call, string id, Func<Guid, SimResponse> answer) =>
        state.Store.Read(() => state.Store.FindByText(call.Resource, id)?.Id) is { } recorder ? answer(recorder) : NotFound(call.Resource, id);

    private SimResponse Item(ApiCall call, SiteObject item, ResourceContract resource)
    {
        if (outages.Refusal(resource, item) is { } away)
        {
            return away;
        }

        if (new CollectionView(call.Query, state.Personality).Include(mayInclude: true, out var include) is { } refused)
        {
            return refused;
        }

        var json = new JsonText(state.Personality < Personality.V2025R1).Object();
        if (!call.Query.Flag("noData"))
        {
            new ObjectWriter(json.Name("data"), state.Personality, call.Query.Flag("disabled"), include).Write(item);
        }

        Parts(json, call.Query, resource, state.Personality);
        if (call.Query.Flag("definitions"))
        {
            new DefinitionWriter(json, state.Personality).Write(item);
        }

        return Answers.Of(json.EndObject());
    }
}
