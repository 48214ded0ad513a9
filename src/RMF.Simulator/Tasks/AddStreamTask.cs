using RMF.Simulator.Building;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Takes the next stream of the driver that the camera does not use yet into its stream table: shown when needed, not recorded.</summary>
internal sealed class AddStreamTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        var uses = (List<Block>)call.Target["stream"]!;
        var offered = (List<Block>)call.Context.State.Store.Find("settings", call.Target.Id)!["stream"]!;
        var used = uses.Select(u => u.Find("streamReferenceId") as string ?? string.Empty).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (offered.FirstOrDefault(o => !used.Contains((string)o.Find("streamReferenceId")!)) is not { } free)
        {
            return call.Refuse("The camera has no further stream.");
        }

        uses.Add(new Block(CameraFactory.StreamUseShape)
            .Set("name", free.Find("displayName")!)
            .Set("displayName", free.Find("displayName")!)
            .Set("streamReferenceId", free.Find("streamReferenceId")!));
        return call.Success();
    }
}
