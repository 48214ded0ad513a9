using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>What one task does. Stateless; runs under the store's write lock and waits for nothing.</summary>
internal interface ITaskHandler
{
    SimResponse Run(TaskCall call);
}
