using System.Globalization;
using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>
/// The queued tasks of a site. Nothing runs in the background: whoever asks the site anything first settles what has fallen due,
/// in the order in which it fell due, so that virtual and real time give the same history. Finished tasks stay until a client cleans
/// them up. Lock order: the store's lock first, then this table's.
/// </summary>
internal sealed class TaskTable(SiteState state)
{
    /// <summary>A client that never cleans up meets this end.</summary>
    public const int MaxTasks = 20_000;

    private const int FirstNumber = 33;
    private const double DurationSpread = 0.2;

    private readonly object gate = new();
    private readonly SortedDictionary<int, SiteTask> tasks = [];
    private readonly PriorityQueue<SiteTask, (DateTimeOffset Ends, int Number)> due = new();
    private readonly Random chance = new(state.Ids.SeedFor("tasks"));
    private int next = FirstNumber;

    /// <summary>Queues a task. Null when the table is full.</summary>
    public SiteTask? Start(string type, string label, SiteObject? recorder, Func<TaskOutcome> effect)
    {
        lock (gate)
        {
            if (tasks.Count >= MaxTasks)
            {
                return null;
            }

            var now = state.Options.TimeProvider.GetUtcNow();
            var duration = state.Options.TaskDuration * (1 + (((chance.NextDouble() * 2) - 1) * DurationSpread));
            var task = new SiteTask(next++, type, label, recorder?.Id, now, now + duration, effect);
            tasks.Add(task.Number, task);
            due.Enqueue(task, (task.Ends, task.Number));
            return task;
        }
    }

    /// <summary>Carries out what has fallen due. Call it without any lock held.</summary>
    public void Settle()
    {
        if (state.ManualRecordings.HasAny)
        {
            state.Store.Write(() =>
            {
                state.ManualRecordings.EndOverdue();
                return true;
            });
        }

        while (NextDue() is not null)
        {
            state.Store.Write(() =>
            {
                SiteTask? task;
                lock (gate)
                {
                    task = NextDue() is null ? null : due.Dequeue();
                }

                if (task is { Outcome: null })
                {
                    task.Outcome = task.Effect();
                    state.Log($"task {task.Number} {task.Type}: {(task.Outcome.ErrorCode == 0 ? "done" : task.Outcome.ErrorText)}");
                }

                return task;
            });
        }
    }

    public SimResponse List(Query query, Guid? recorder)
    {
        List<SiteTask> listed;
        lock (gate)
        {
            listed = [.. tasks.Values.Where(t => recorder is null || t.Recorder == recorder)];
        }

        if (Filter.From(query, state.Store.Contract.Resource(ReadApi.Tasks)).Count > 0)
        {
            listed.Clear();
        }

        var json = new JsonText().Object().Name("array").Array();
        listed.ForEach(t => Write(json, t));
        return Answers.Of(json.EndArray().EndObject());
    }

    public SimResponse Get(Query query, string id, Guid? recorder)
    {
        var resource = state.Store.Contract.Resource(ReadApi.Tasks);
        if (Find(id, recorder) is not { } task)
        {
            return ReadApi.NotFound(resource, id);
        }

        var json = new JsonText().Object();
        if (!query.Flag("noData"))
        {
            Write(json.Name("data"), task);
        }

        return Answers.Of(ReadApi.Parts(json, query, resource, state.Personality).EndObject());
    }

    public SimResponse Invoke(string id, Guid? recorder, string name)
    {
        if (Find(id, recorder) is not { } task)
        {
            return ReadApi.NotFound(state.Store.Contract.Resource(ReadApi.Tasks), id);
        }

        lock (gate)
        {
            switch (name)
            {
                case "TaskStop":
                    task.Outcome ??= TaskOutcome.Failed(VmsErrors.Refused, "The task was stopped.");
                    break;
                case "TaskCleanup" when task.Outcome is null:
                    return Answers.Error(Answers.BadRequest, "Bad request: The task is running.");
                case "TaskCleanup":
                    tasks.Remove(task.Number);
                    break;
                default:
                    return Answers.Error(Answers.BadRequest, $"Bad request: Unknown task {name}", "task");
            }
        }

        return Answers.Of(new JsonText().Object().Name("result").Object().Name("state").Text("Success").EndObject().EndObject());
    }

    private SiteTask? NextDue()
    {
        lock (gate)
        {
            return due.TryPeek(out var task, out _) && task.Ends <= state.Options.TimeProvider.GetUtcNow() ? task : null;
        }
    }

    private SiteTask? Find(string id, Guid? recorder)
    {
        lock (gate)
        {
            return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && tasks.TryGetValue(number, out var task)
                && (recorder is null || task.Recorder == recorder)
                ? task
                : null;
        }
    }

    private void Write(JsonText json, SiteTask task)
    {
        var now = state.Options.TimeProvider.GetUtcNow();
        json.Object();
        json.Name("displayName").Text(task.Label);
        json.Name("progress").PlainWhole(task.Progress(now));
        if (task.Outcome is { ErrorCode: not 0 } failed)
        {
            json.Name("errorCode").PlainWhole(failed.ErrorCode);
            json.Name("errorText").Text(failed.ErrorText);
        }

        json.Name("state").Text(task.State(now));
        if (task.Outcome?.Path is { } path)
        {
            json.Name("path").Text($"{path.Resource}/{path.Id.ToString().ToUpperInvariant()}");
        }

        json.Name("taskType").Text(task.Type);
        json.Name("relations").Object();
        json.Name("parent").Object().Name("type").Text("sites").Name("id").Id(state.Site.Id).EndObject();
        json.Name("self").Object().Name("type").Text(ReadApi.Tasks).Name("id").Text(task.Number.ToString(CultureInfo.InvariantCulture)).EndObject();
        if (task.Outcome?.Path is { } made)
        {
            json.Name(made.Resource).Array().Object().Name("type").Text(made.Resource).Name("id").Id(made.Id).EndObject().EndArray();
        }

        json.EndObject().EndObject();
    }
}
