using RMF.Core.Inventory;

namespace RMF.Engine.Runs.Passwords;

/// <summary>What became of the password that one site holds for a device. Never holds a password.</summary>
/// <param name="Hardware">The device as the site knows it.</param>
/// <param name="Status">Verified: the site was read and holds the new one. Unverifiable: it was written, and the site does not let it be read.</param>
/// <param name="Reason">Why, where there is something to say.</param>
public sealed record PasswordResult(Item Hardware, ChangeStatus Status, string? Reason)
{
    /// <summary>True when something was written to the site.</summary>
    public bool Wrote { get; init; }

    /// <summary>True when the device has the new password and this site does not hold it: its recording server cannot log in until that is mended.</summary>
    public bool IsLockedOut { get; init; }
}
