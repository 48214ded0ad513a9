namespace RMF.Core.Playback;

/// <summary>A day of a time zone, or the part of it that was asked for.</summary>
/// <param name="Date">Its date in that zone, at midnight, without a kind.</param>
/// <param name="Range">When it is, UTC.</param>
public readonly record struct CalendarDay(DateTime Date, TimeRange Range);
