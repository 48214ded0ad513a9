using System.Runtime.InteropServices;

namespace RMF.SmartClient.Host.Input;

/// <summary>The INPUT structure of 64-bit Windows: of a mouse or of a keyboard.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal struct NativeInput
{
    [FieldOffset(0)]
    public uint Type;

    [FieldOffset(8)]
    public int X;

    [FieldOffset(12)]
    public int Y;

    [FieldOffset(20)]
    public uint MouseFlags;

    [FieldOffset(8)]
    public ushort Key;

    [FieldOffset(10)]
    public ushort Letter;

    [FieldOffset(12)]
    public uint KeyFlags;
}
