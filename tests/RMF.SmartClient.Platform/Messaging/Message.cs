namespace VideoOS.Platform.Messaging;

public class Message
{
    public Message(string messageId)
        : this(messageId, null, null, null)
    {
    }

    public Message(string messageId, object data)
        : this(messageId, null, data, null)
    {
    }

    public Message(string messageId, FQID relatedFQID, object data)
        : this(messageId, relatedFQID, data, null)
    {
    }

    public Message(string messageId, FQID relatedFQID, object data, string reason)
    {
        MessageId = messageId;
        RelatedFQID = relatedFQID;
        Data = data;
        Reason = reason;
    }

    public string MessageId { get; }

    public FQID RelatedFQID { get; set; }

    public object Data { get; set; }

    public string Reason { get; set; }
}
