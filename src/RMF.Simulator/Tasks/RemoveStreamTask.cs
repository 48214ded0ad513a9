using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Takes a stream out of a camera's stream table, named by its reference. The live default and a recorded stream must stay.</summary>
internal sealed class RemoveStreamTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        const string Selection = "itemSelection";
        var uses = (List<Block>)call.Target["stream"]!;
        var wanted = call.Arguments.Text(Selection);
        if (uses.Find(u => string.Equals(u.Find("streamReferenceId") as string, wanted, StringComparison.OrdinalIgnoreCase)) is not { } use)
        {
            return call.Refuse("Bad Request - the camera does not use that stream", Selection);
        }

        if (uses.Count == 1 || use.Find("liveDefault") is true || use.Find("defaultPlayback") is true)
        {
            return call.Refuse("The default stream cannot be removed.", Selection);
        }

        uses.Remove(use);
        return call.Success();
    }
}
