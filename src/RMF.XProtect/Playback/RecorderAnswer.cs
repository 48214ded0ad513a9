using RMF.XProtect.Live;

namespace RMF.XProtect.Playback;

/// <summary>One message of a recorder, as a copy of its own.</summary>
/// <param name="IsFrame">True: a frame; false: an answer in XML.</param>
/// <param name="IsAside">True: it answers nothing, such as a word on the camera's state.</param>
/// <param name="Head">Of a frame.</param>
/// <param name="Body">Of a frame.</param>
/// <param name="Message">Of an answer.</param>
internal sealed record RecorderAnswer(bool IsFrame, bool IsAside, FrameHead Head, byte[] Body, ServerMessage? Message)
{
    /// <summary>The next message; null where none is whole yet.</summary>
    /// <param name="buffer">What has come.</param>
    /// <param name="isFrameWanted">Whether a frame was asked for.</param>
    /// <param name="problem">What is wrong with it, null where nothing is.</param>
    public static RecorderAnswer? Take(WireBuffer buffer, bool isFrameWanted, out string? problem)
    {
        var message = buffer.Next();
        problem = null;
        switch (message.Kind)
        {
            case WireMessageKind.Incomplete:
                return null;
            case WireMessageKind.Frame when isFrameWanted:
                return new RecorderAnswer(true, false, message.Head, message.Body.ToArray(), null);
            case WireMessageKind.Markup when ServerMessage.Parse(message.Body) is { } said:
                return new RecorderAnswer(false, said.Method.Length == 0, default, [], said);
            default:
                problem = message.Kind switch
                {
                    WireMessageKind.Frame => "a frame that nobody asked for",
                    WireMessageKind.Markup => "a message that is not XML",
                    _ => message.Problem,
                };
                return null;
        }
    }
}
