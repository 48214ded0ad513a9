namespace RMF.Core.Ptz;

/// <summary>How far two positions may lie apart and still count as one, in XProtect's unit: an axis runs from -1 to 1, zoom from 0 to 1.</summary>
/// <param name="Pan">0 to 1.</param>
/// <param name="Tilt">0 to 1.</param>
/// <param name="Zoom">0 to 1.</param>
public readonly record struct PresetTolerance(double Pan, double Tilt, double Zoom)
{
    /// <summary>Numbers that came through text differ in their last digits.</summary>
    private const double Rounding = 1e-9;

    internal static bool Within(double? left, double? right, double tolerance)
        => left is not { } a || right is not { } b || Math.Abs(a - b) <= tolerance + Rounding;
}
