namespace RMF.Engine.Runs.Applying;

/// <summary>An item that was asked for again and did not come.</summary>
/// <param name="Reason">Why, for people.</param>
/// <param name="IsGone">True: the server says that it does not exist. False: nobody knows.</param>
internal readonly record struct UnreadItem(string Reason, bool IsGone);
