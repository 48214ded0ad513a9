namespace RMF.Core.Live;

/// <summary>What an override asks of tiles. Names are written to files: never rename one.</summary>
public enum OverrideAct
{
    /// <summary>Show one side.</summary>
    Show,

    /// <summary>Stay where they are while there is a picture.</summary>
    Suspend,
}
