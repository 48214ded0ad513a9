namespace VideoOS.Platform.Messaging;

public class PTZGetAbsoluteRequestData
{
    public double Pan;
    public double Tilt;
    public double Zoom;
}
