namespace VideoOS.Platform.Messaging;

public abstract class MessageFilter
{
    internal abstract bool Match(Message message, FQID destination, FQID source);
}
