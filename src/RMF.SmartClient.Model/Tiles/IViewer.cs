namespace RMF.SmartClient.Model.Tiles;

/// <summary>A viewer of the client, as <see cref="ViewerEvidence"/> needs it. Both are called on the user interface's thread and return quickly.</summary>
public interface IViewer
{
    /// <summary>Connects, or connects again. What comes of it is told to the <see cref="ViewerEvidence"/>.</summary>
    void Connect();

    /// <summary>Ends the connection. The last picture stays on the screen.</summary>
    void Disconnect();
}
