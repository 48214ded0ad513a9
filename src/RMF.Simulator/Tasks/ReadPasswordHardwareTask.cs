using RMF.Simulator.Building;
using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>The only way to read a hardware's password.</summary>
internal sealed class ReadPasswordHardwareTask : ITaskHandler
{
    public SimResponse Run(TaskCall call) => call.Success(("password", ((HardwareState)call.Target.Extra!).Password));
}
