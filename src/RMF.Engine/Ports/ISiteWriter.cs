using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>Changes one site. Thread-safe. Never retries a write whose effect is unknown.</summary>
public interface ISiteWriter
{
    /// <summary>Writes the properties that differ, by the method that the kind's binding names (PATCH, PUT of a whole list, or a task).</summary>
    Task<WriteResult> UpdateAsync(ItemUpdate update, CancellationToken cancellationToken);

    /// <summary>
    /// Looks the device up by address first; when it is there already, answers with its key and <see cref="SiteErrorKind.AlreadyExists"/> in the error.
    /// Otherwise runs AddHardware, follows the task to its end and cleans it up. A time-out is <see cref="WriteStatus.Unknown"/>.
    /// </summary>
    Task<WriteResult> AddHardwareAsync(HardwareCreation creation, CancellationToken cancellationToken);

    /// <summary>Makes an item by POST to its collection, or to its parent's. <see cref="WriteStatus.Unsupported"/> where the interface has no such request.</summary>
    Task<WriteResult> CreateAsync(ItemCreation creation, CancellationToken cancellationToken);

    /// <summary>
    /// Changes the password that the site's recording server logs in to a device with (task ChangePasswordHardware).
    /// With <paramref name="onDevice"/> the device's own password is changed first, by the one that the site holds; a refusal changes neither.
    /// </summary>
    Task<WriteResult> ChangeHardwarePasswordAsync(ItemKey hardware, Secret password, bool onDevice, CancellationToken cancellationToken);

    /// <summary>Hangs hardware on another recording server of the site (task MoveHardware). Its recordings stay where they are; its devices record to the new server's default storage.</summary>
    Task<WriteResult> MoveHardwareAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken);

    /// <summary>Puts another device behind hardware (task ReplaceHardware). Its devices keep their ids and get the new driver's settings and streams.</summary>
    Task<WriteResult> ReplaceHardwareAsync(HardwareReplacement replacement, CancellationToken cancellationToken);

    /// <summary>Deletes hardware with its devices. What does not exist is deleted already.</summary>
    Task<WriteResult> DeleteHardwareAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken);

    /// <summary>The password that the site holds for a device (task ReadPasswordHardware), for the other side's recorder. Needs the permission to read it.</summary>
    Task<Outcome<Secret>> ReadHardwarePasswordAsync(ItemKey hardware, CancellationToken cancellationToken);
}
