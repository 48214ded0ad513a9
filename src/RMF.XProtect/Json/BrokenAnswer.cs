using System.Text.Json;

namespace RMF.XProtect.Json;

/// <summary>
/// What JSON throws for an answer that is not what it should be: broken text, bytes that are no text, another type, a number out of range, a
/// member that is not there. All of these are the server's, not ours.
/// </summary>
internal static class BrokenAnswer
{
    public static bool Is(Exception exception)
        => exception is JsonException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException or ArgumentException
            && exception is not ObjectDisposedException;
}
