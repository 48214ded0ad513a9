namespace RMF.Policy;

/// <summary>What an edit came to.</summary>
/// <param name="Text">The text after the edit; the text as it was when nothing had to change or the edit failed.</param>
/// <param name="Changed">False when the text already says so; then nothing needs to be written.</param>
/// <param name="Error">Why the edit was not made; null when it was or was not needed.</param>
public sealed record PolicyEdit(string Text, bool Changed, PolicyMessage? Error);
