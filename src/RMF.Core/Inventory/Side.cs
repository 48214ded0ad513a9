namespace RMF.Core.Inventory;

/// <summary>Which of the two recordings of a camera is meant. A side is a projection: the labelled recording servers of one or several sites and what hangs on them.</summary>
public enum Side
{
    Primary,
    Secondary,
}
