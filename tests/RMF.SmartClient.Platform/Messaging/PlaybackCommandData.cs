namespace VideoOS.Platform.Messaging;

public class PlaybackCommandData
{
    public string Command { get; set; }

    public DateTime DateTime { get; set; }

    public double Speed { get; set; }
}
