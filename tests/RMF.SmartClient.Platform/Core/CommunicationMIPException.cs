namespace VideoOS.Platform;

public class CommunicationMIPException : MIPException
{
    public CommunicationMIPException(string message)
        : base(message)
    {
    }

    public CommunicationMIPException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
