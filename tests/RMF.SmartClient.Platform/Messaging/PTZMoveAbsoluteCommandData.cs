namespace VideoOS.Platform.Messaging;

public class PTZMoveAbsoluteCommandData
{
    public double Pan;
    public double Tilt;
    public double Zoom;
}
