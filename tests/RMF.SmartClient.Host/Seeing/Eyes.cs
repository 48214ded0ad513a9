using System.Windows;
using System.Windows.Media;
using RMF.Simulator;
using RMF.Simulator.Pictures;

namespace RMF.SmartClient.Host.Seeing;

/// <summary>
/// Reads from the pixels on the screen which picture a tile shows. A simulated camera's picture says in large dots who served it. Where a strip
/// covers some of it, or a tile is too small to read, the screen's dots decide between the pictures that the tile's viewers hold.
/// </summary>
internal static class Eyes
{
    /// <summary>Share of the dots that must agree for a picture to be the one on the screen.</summary>
    private const double Agreement = 0.80;
    private const int White = 128;

    /// <summary>The picture that a tile shows; null where it shows none.</summary>
    public static SimulatedPicture? Look(FrameworkElement tile)
    {
        var gaze = Gaze.At(tile);
        return gaze is null ? null : Read(gaze, new ScreenPixels(gaze.Area));
    }

    /// <summary>"PRIMARY", "SECONDARY", or "" where no picture is shown.</summary>
    public static string SideOf(FrameworkElement tile) => Look(tile)?.Side ?? "";

    /// <summary>What many tiles show, from one look at the screen; the user interface's thread does not wait for it.</summary>
    public static Task<IReadOnlyList<string>> SidesOfAsync(IEnumerable<FrameworkElement> tiles)
    {
        var gazes = tiles.Select(Gaze.At).ToList();
        var whole = Screen.Whole;
        return Task.Run(IReadOnlyList<string> () =>
        {
            var pixels = new ScreenPixels(whole);
            return [.. gazes.Select(g => g is null ? "" : Read(g, pixels)?.Side ?? "")];
        });
    }

    public static IEnumerable<T> Below<T>(DependencyObject root)
        where T : DependencyObject
    {
        for (var i = 0; i < VisualTreeHelper.GetChildrenCount(root); i++)
        {
            var child = VisualTreeHelper.GetChild(root, i);
            if (child is T one)
            {
                yield return one;
            }

            foreach (var deeper in Below<T>(child))
            {
                yield return deeper;
            }
        }
    }

    private static SimulatedPicture? Read(Gaze gaze, ScreenPixels pixels)
    {
        if (DotsOf(gaze.Area, pixels) is not { } dots)
        {
            return null;
        }

        if (SimulatedPicture.TryRead(dots, out var read))
        {
            return read;
        }

        // The last of the tree is drawn over the others: it wins where several agree.
        return gaze.Pictures.Select(j => (Jpeg: j, Agrees: AgreementOf(dots, j)))
            .Where(c => c.Agrees >= Agreement).OrderBy(c => c.Agrees)
            .Select(c => SimulatedPicture.TryRead(c.Jpeg, out var picture) ? picture : null)
            .LastOrDefault();
    }

    private static double AgreementOf(int[] dots, byte[] jpeg)
    {
        if (BlockReader.Read(jpeg) is not ({ } values, PictureLayout.Columns) || values.Length != dots.Length)
        {
            return 0;
        }

        // Most of a picture is black: what counts is how many of the white dots are where they should be, and no others.
        var (both, either) = (0, 0);
        for (var i = 0; i < dots.Length; i++)
        {
            var (seen, meant) = (dots[i] > 0, values[i] > 0);
            both += seen && meant ? 1 : 0;
            either += seen || meant ? 1 : 0;
        }

        return either == 0 ? 0 : (double)both / either;
    }

    /// <summary>One sample from the middle of each dot; null where nothing was drawn.</summary>
    private static int[]? DotsOf(Int32Rect area, ScreenPixels pixels)
    {
        var scale = Math.Min((double)area.Width / (PictureLayout.Columns * PictureLayout.BlockPixels), (double)area.Height / (PictureLayout.Rows * PictureLayout.BlockPixels));
        var (width, height) = (PictureLayout.Columns * PictureLayout.BlockPixels * scale, PictureLayout.Rows * PictureLayout.BlockPixels * scale);
        var (left, top) = (area.X + ((area.Width - width) / 2), area.Y + ((area.Height - height) / 2));
        var dots = new int[PictureLayout.Columns * PictureLayout.Rows];
        for (var row = 0; row < PictureLayout.Rows; row++)
        {
            for (var column = 0; column < PictureLayout.Columns; column++)
            {
                var (x, y) = ((int)(left + ((column + 0.5) * width / PictureLayout.Columns)), (int)(top + ((row + 0.5) * height / PictureLayout.Rows)));
                dots[(row * PictureLayout.Columns) + column] = pixels.GreenAt(x, y) > White ? 1 : 0;
            }
        }

        return Array.Exists(dots, d => d > 0) ? dots : null;
    }
}
