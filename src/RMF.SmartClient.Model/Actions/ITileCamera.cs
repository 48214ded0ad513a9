using RMF.Core.Inventory;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Actions;

/// <summary>What playback and actions need of a tile. Belongs to the user interface's thread.</summary>
internal interface ITileCamera
{
    IClientPlatform Platform { get; }

    /// <summary>The camera's name.</summary>
    string Title { get; }

    /// <summary>The side that live video shows.</summary>
    Side? LiveShown { get; }

    /// <summary>The camera as the policy and the sites have it now.</summary>
    CameraNow Now();

    /// <summary>Writes to the client's log.</summary>
    void Log(string text);
}
