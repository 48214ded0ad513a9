namespace VideoOS.Platform.Messaging;

public class MessageIdFilter : MessageFilter
{
    private readonly string messageId;

    public MessageIdFilter(string messageId) => this.messageId = messageId;

    internal override bool Match(Message message, FQID destination, FQID source) =>
        messageId.EndsWith("*", StringComparison.Ordinal)
            ? message.MessageId.StartsWith(messageId.Substring(0, messageId.Length - 1), StringComparison.Ordinal)
            : message.MessageId == messageId;
}
