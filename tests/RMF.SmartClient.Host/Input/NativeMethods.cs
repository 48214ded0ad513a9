using System.Runtime.InteropServices;

namespace RMF.SmartClient.Host.Input;

/// <summary>What of Windows is used to type, to click and to look at the screen.</summary>
internal static partial class NativeMethods
{
    public const uint InputMouse = 0;
    public const uint InputKeyboard = 1;
    public const uint MouseMove = 0x0001;
    public const uint MouseLeftDown = 0x0002;
    public const uint MouseLeftUp = 0x0004;
    public const uint MouseAbsolute = 0x8000;
    public const uint KeyUp = 0x0002;
    public const uint KeyUnicode = 0x0004;
    public const int ScreenWidth = 0;
    public const int ScreenHeight = 1;
    public const uint CopyPixels = 0x00CC0020;

    [LibraryImport("user32.dll", SetLastError = true)]
    public static partial uint SendInput(uint count, [In] NativeInput[] inputs, int size);

    [LibraryImport("user32.dll")]
    public static partial int GetSystemMetrics(int index);

    [LibraryImport("user32.dll")]
    public static partial nint GetDC(nint window);

    [LibraryImport("user32.dll")]
    public static partial int ReleaseDC(nint window, nint context);

    [LibraryImport("gdi32.dll")]
    public static partial nint CreateCompatibleDC(nint context);

    [LibraryImport("gdi32.dll")]
    public static partial nint CreateCompatibleBitmap(nint context, int width, int height);

    [LibraryImport("gdi32.dll")]
    public static partial nint SelectObject(nint context, nint item);

    [LibraryImport("gdi32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool BitBlt(nint target, int x, int y, int width, int height, nint source, int sourceX, int sourceY, uint operation);

    [LibraryImport("gdi32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool DeleteObject(nint item);

    [LibraryImport("gdi32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool DeleteDC(nint context);
}
