using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Core.Planning;

/// <summary>
/// The plan addresses of one plan's hardware, each one used once. Where several devices of a recording server share an address (an unreadable one,
/// or one of two primaries each on the same secondary), the id is added, whatever the order of input.
/// </summary>
internal sealed class HardwareAddresses
{
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private readonly Side target;

    public HardwareAddresses(PlanningInput input, Side target, IEnumerable<(Item Hardware, Item Recorder)> missing)
    {
        this.target = target;
        foreach (var pair in input.Pairs.OfKind(ItemKind.Hardware))
        {
            if (input.RecorderOf(target, pair.On(target)) is { } recorder)
            {
                Count(recorder, pair.On(target));
            }
        }

        foreach (var (hardware, recorder) in missing)
        {
            Count(recorder, hardware);
        }
    }

    public string Of(Item recorder, Item hardware)
        => IsShared(recorder, hardware) ? AddressBook.Hardware(target, recorder, hardware) + "~" + hardware.Key.Id : AddressBook.Hardware(target, recorder, hardware);

    /// <summary>True when another device of the recording server has, or would have, the same address.</summary>
    public bool IsShared(Item recorder, Item hardware) => uses.TryGetValue(AddressBook.Hardware(target, recorder, hardware), out var count) && count > 1;

    private void Count(Item recorder, Item hardware)
    {
        var address = AddressBook.Hardware(target, recorder, hardware);
        uses.TryGetValue(address, out var count);
        uses[address] = count + 1;
    }
}
