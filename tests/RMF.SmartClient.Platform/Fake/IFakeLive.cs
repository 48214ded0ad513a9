#nullable enable
namespace VideoOS.Platform.Fake;

/// <summary>Hears of one live stream, one call at a time, on threads of the pool.</summary>
internal interface IFakeLive
{
    /// <summary>The recorder has taken the stream, or refused it or not answered.</summary>
    void Answered(bool granted);

    void Frame(byte[] jpeg, DateTime time);

    /// <summary>The connection is gone; it is tried again by itself.</summary>
    void Lost(string reason);

    /// <summary>The recorder says whether it has the camera.</summary>
    void CameraIs(bool there);
}
