namespace VideoOS.Platform.Messaging;

public class SmartClientMessageData
{
    public object MessageId { get; set; }

    public string Message { get; set; }

    public SmartClientMessageDataType MessageType { get; set; }

    public SmartClientMessageDataPriority Priority { get; set; }

    public bool IsClosable { get; set; }
}
