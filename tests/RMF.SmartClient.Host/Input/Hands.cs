using System.Runtime.InteropServices;
using System.Windows;
using System.Windows.Input;

namespace RMF.SmartClient.Host.Input;

/// <summary>A real mouse and a real keyboard, by what Windows takes for them. Used on the user interface's thread, which must go on pumping.</summary>
internal static class Hands
{
    private const int Full = 65_536;
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(60);

    public static async Task ClickAsync(FrameworkElement element, double across = 0.5, double down = 0.5)
    {
        await MoveAsync(element, across, down);
        Send(Button(NativeMethods.MouseLeftDown), Button(NativeMethods.MouseLeftUp));
        await Task.Delay(Settle);
    }

    public static async Task DoubleClickAsync(FrameworkElement element)
    {
        await MoveAsync(element, 0.5, 0.5);
        Send(Button(NativeMethods.MouseLeftDown), Button(NativeMethods.MouseLeftUp), Button(NativeMethods.MouseLeftDown), Button(NativeMethods.MouseLeftUp));
        await Task.Delay(Settle);
    }

    /// <summary>Puts the pointer over an element.</summary>
    public static async Task MoveAsync(FrameworkElement element, double across = 0.5, double down = 0.5)
    {
        var point = element.PointToScreen(new Point(element.ActualWidth * across, element.ActualHeight * down));
        Send(new NativeInput
        {
            Type = NativeMethods.InputMouse,
            X = (int)((point.X + 0.5) * Full / NativeMethods.GetSystemMetrics(NativeMethods.ScreenWidth)),
            Y = (int)((point.Y + 0.5) * Full / NativeMethods.GetSystemMetrics(NativeMethods.ScreenHeight)),
            MouseFlags = NativeMethods.MouseMove | NativeMethods.MouseAbsolute,
        });
        await Task.Delay(Settle);
    }

    public static async Task TypeAsync(string text)
    {
        foreach (var letter in text)
        {
            Send(Letter(letter, 0), Letter(letter, NativeMethods.KeyUp));
            await Task.Delay(Settle / 6);
        }

        await Task.Delay(Settle);
    }

    public static async Task PressAsync(Key key)
    {
        Send(Stroke(key, 0), Stroke(key, NativeMethods.KeyUp));
        await Task.Delay(Settle);
    }

    /// <summary>Presses a key while another one is held.</summary>
    public static async Task PressAsync(Key held, Key key)
    {
        Send(Stroke(held, 0), Stroke(key, 0), Stroke(key, NativeMethods.KeyUp), Stroke(held, NativeMethods.KeyUp));
        await Task.Delay(Settle);
    }

    private static NativeInput Button(uint flags) => new() { Type = NativeMethods.InputMouse, MouseFlags = flags };

    private static NativeInput Stroke(Key key, uint flags) => new() { Type = NativeMethods.InputKeyboard, Key = (ushort)KeyInterop.VirtualKeyFromKey(key), KeyFlags = flags };

    private static NativeInput Letter(char letter, uint flags) => new() { Type = NativeMethods.InputKeyboard, Letter = letter, KeyFlags = NativeMethods.KeyUnicode | flags };

    private static void Send(params NativeInput[] inputs)
    {
        if (NativeMethods.SendInput((uint)inputs.Length, inputs, Marshal.SizeOf<NativeInput>()) != inputs.Length)
        {
            throw new InvalidOperationException($"Windows took no input: error {Marshal.GetLastPInvokeError()}.");
        }
    }
}
