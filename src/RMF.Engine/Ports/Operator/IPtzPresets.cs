using RMF.Core.Ptz;

namespace RMF.Engine.Ports;

/// <summary>The PTZ presets of one site's cameras. Thread-safe. Cameras and presets are named by their ids at the site.</summary>
public interface IPtzPresets
{
    /// <summary>In the server's order, presets in the device included.</summary>
    Task<Outcome<IReadOnlyList<Preset>>> ReadAsync(string cameraId, CancellationToken cancellationToken);

    /// <summary>What the server can do with presets; asked once. What it cannot is done another way, or reported.</summary>
    Task<PresetMeans> MeansAsync(string cameraId, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the account may change the camera's presets. Null where the site does not let it be found out, as for accounts that may not read roles:
    /// then only the attempt tells.
    /// </summary>
    Task<Outcome<bool?>> MayChangeAsync(string cameraId, CancellationToken cancellationToken);

    Task<WriteResult> CreateAsync(string cameraId, PresetContent content, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a preset another name, place or description: in place where the server has a request for it, else by making a new one, turning patrolling
    /// profiles to it and removing the old one, in an order that never leaves the camera without it.
    /// </summary>
    Task<WriteResult> UpdateAsync(string cameraId, Preset held, PresetContent wanted, CancellationToken cancellationToken);

    /// <summary>Removes a preset. Its stops go out of patrolling profiles with it. What does not exist is removed already.</summary>
    Task<WriteResult> RemoveAsync(string cameraId, string presetId, CancellationToken cancellationToken);

    /// <summary>Sets the order of all presets that live in the server. <see cref="WriteStatus.Unsupported"/> where the server has no request for it.</summary>
    Task<WriteResult> OrderAsync(string cameraId, IReadOnlyList<string> presetIds, CancellationToken cancellationToken);

    /// <summary>Moves the camera to a preset.</summary>
    Task<WriteResult> GotoAsync(string cameraId, string presetId, CancellationToken cancellationToken);
}
