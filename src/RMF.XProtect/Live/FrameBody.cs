using System.Buffers.Binary;

namespace RMF.XProtect.Live;

/// <summary>Finds the JPEG in a frame's body: the body itself, or what follows XProtect's generic head of 32 bytes.</summary>
internal static class FrameBody
{
    private const int GenericHead = 32;
    private const int LengthAt = 2;
    private const int Shortest = 4;

    /// <summary>False where the body is no JPEG.</summary>
    public static bool TryGetJpeg(ReadOnlySpan<byte> body, out ReadOnlySpan<byte> jpeg)
    {
        jpeg = body;
        if (IsJpeg(body))
        {
            return true;
        }

        if (body.Length > GenericHead && BinaryPrimitives.ReadInt32BigEndian(body.Slice(LengthAt)) == body.Length)
        {
            jpeg = body.Slice(GenericHead);
            return IsJpeg(jpeg);
        }

        return false;
    }

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes.Length >= Shortest && bytes[0] == 0xFF && bytes[1] == 0xD8;
}
