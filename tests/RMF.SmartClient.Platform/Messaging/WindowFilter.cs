using VideoOS.Platform.Client;

namespace VideoOS.Platform.Messaging;

public class WindowFilter : MessageFilter
{
    private readonly string messageId;
    private readonly WindowInformation windowInformation;

    public WindowFilter(string messageId, WindowInformation windowInformation)
    {
        this.messageId = messageId;
        this.windowInformation = windowInformation;
    }

    internal override bool Match(Message message, FQID destination, FQID source) =>
        message.MessageId == messageId && (source is null || source.ObjectId == windowInformation.WindowId);
}
