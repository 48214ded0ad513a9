using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>One invocation of a task: on what, with what. Handlers run under the store's write lock.</summary>
internal sealed record TaskCall(SiteObject Target, TaskArguments Arguments, TaskContext Context)
{
    public SimResponse Success(params (string Name, object Value)[] more) => TaskAnswers.Success(this, more);

    public SimResponse Queue(SiteObject? recorder, Func<TaskOutcome> effect) => TaskAnswers.Queue(this, recorder, effect);

    public SimResponse Refuse(string text, string? property = null) => Api.Answers.Error(Api.Answers.BadRequest, text, property);
}
