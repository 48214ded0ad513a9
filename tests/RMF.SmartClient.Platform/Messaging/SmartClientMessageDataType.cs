namespace VideoOS.Platform.Messaging;

public enum SmartClientMessageDataType
{
    None,
    Warning,
    Task,
}
