using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Reads a plug-in's option. One that was never written has an empty text.</summary>
internal sealed class GetOptionTask : ITaskHandler
{
    public SimResponse Run(TaskCall call) => Guid.TryParse(call.Arguments.Text("optionId"), out var id)
        ? call.Success(("XML", call.Context.State.PluginOptions.Find(id, call.Arguments.Flag("userPrivate")) ?? ""))
        : call.Refuse("Bad Request - an id is expected", "optionId");
}
