namespace VideoOS.Platform.Messaging;

public class PTZMoveStartCommandData2
{
    public double Pan { get; set; }

    public double Tilt { get; set; }

    public double Zoom { get; set; }

    public double PanSpeed { get; set; }

    public double TiltSpeed { get; set; }

    public double ZoomSpeed { get; set; }
}
