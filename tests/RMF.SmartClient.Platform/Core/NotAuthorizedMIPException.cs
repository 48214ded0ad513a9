namespace VideoOS.Platform;

public class NotAuthorizedMIPException : MIPException
{
    public NotAuthorizedMIPException(string message)
        : base(message)
    {
    }
}
