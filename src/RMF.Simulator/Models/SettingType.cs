namespace RMF.Simulator;

/// <summary>What a device setting may hold. The names are the <c>valueType</c> of the setting's definition.</summary>
public enum SettingType
{
    Text,
    Whole,
    Number,
    Flag,
    Choice,
}
