namespace RMF.Core.Playback;

/// <summary>How a report of a controller was taken.</summary>
public enum FollowedAs
{
    /// <summary>It was the first one: the side was chosen.</summary>
    Open,

    /// <summary>It is where play or a step leads to: the side stays where it can go on.</summary>
    Play,

    /// <summary>It is elsewhere: the operator moved it, and the side was chosen anew.</summary>
    Seek,

    /// <summary>It is older than the last one, and says nothing.</summary>
    Late,
}
