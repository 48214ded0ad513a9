namespace VideoOS.Platform.Messaging;

public delegate object MessageReceiver(Message message, FQID destination, FQID sender);
