using RMF.Core.Inventory;
using RMF.Engine.Runs;

namespace RMF.Engine.Ports;

/// <summary>The account of a device, for adding it to the other side's recording server. Thread-safe.</summary>
public interface IHardwareCredentials
{
    /// <summary>From the policy's <c>hardwareCredentials</c> where one matches, else what the source site holds (task ReadPasswordHardware).</summary>
    Task<RunOutcome<DeviceAccount>> FindAsync(Item sourceHardware, CancellationToken cancellationToken);
}
