using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Tasks whose effect is on the device alone and cannot be seen through the configuration.</summary>
internal sealed class SucceedTask : ITaskHandler
{
    public SimResponse Run(TaskCall call) => call.Success();
}
