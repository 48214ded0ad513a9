namespace RMF.Policy.Publishing;

/// <summary>Which of several published policies counts. Pure.</summary>
public static class PublishedChoice
{
    /// <summary>
    /// The newest valid one. What is invalid never takes the place of what is valid, whatever its serial: the last valid one stays in force.
    /// Null when there is none at all.
    /// </summary>
    /// <param name="readings">Of both sides and of the local copy, the preferred source first.</param>
    /// <param name="inForce">What counted until now; null at the start.</param>
    public static PublishedReading? Newest(IEnumerable<PublishedReading> readings, PublishedReading? inForce = null)
    {
        var best = inForce?.Policy is null ? null : inForce;
        foreach (var reading in readings)
        {
            if (reading.Policy is { } policy && (best is null || policy.Serial > best.Policy!.Serial))
            {
                best = reading;
            }
        }

        return best;
    }
}
