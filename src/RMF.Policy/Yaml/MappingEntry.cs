namespace RMF.Policy.Yaml;

/// <summary>A key and its value.</summary>
internal sealed record MappingEntry(ScalarNode Key, NodeSlot Slot)
{
    public PolicyNode Value => Slot.Value;
}
