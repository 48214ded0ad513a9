using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Makes one storage of a recorder the one that new devices record to.</summary>
internal sealed class SetStorageAsDefaultTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        foreach (var storage in call.Target.Parent!.Children("storages"))
        {
            var isDefault = ReferenceEquals(storage, call.Target);
            if (storage["isDefault"] is bool was && was != isDefault)
            {
                storage["isDefault"] = Boxes.Of(isDefault);
                storage["lastModified"] = call.Context.State.Now;
            }
        }

        return call.Success();
    }
}
