namespace VideoOS.Platform.Data;

public class EventSequence
{
    internal EventSequence(DateTime startDateTime, DateTime endDateTime)
    {
        StartDateTime = startDateTime;
        EndDateTime = endDateTime;
    }

    public DateTime StartDateTime { get; }

    public DateTime EndDateTime { get; }
}
