namespace VideoOS.Platform.Messaging;

public abstract class MessageFilter
{
    public abstract bool Match(Message message, FQID destination, FQID source);
}
