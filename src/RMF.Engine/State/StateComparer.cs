namespace RMF.Engine.State;

/// <summary>Whether two states say the same, so that a run without news writes no file.</summary>
internal static class StateComparer
{
    public static bool SameContent(StateDocument a, StateDocument b)
    {
        if (a.Pairs.Count != b.Pairs.Count || a.Tombstones.Count != b.Tombstones.Count || !string.Equals(a.LastDirection, b.LastDirection, StringComparison.Ordinal))
        {
            return false;
        }

        using var left = new MemoryStream();
        using var right = new MemoryStream();
        StateJson.Write(a with { Serial = 0 }, left);
        StateJson.Write(b with { Serial = 0 }, right);
        return left.Length == right.Length && left.GetBuffer().AsSpan(0, (int)left.Length).SequenceEqual(right.GetBuffer().AsSpan(0, (int)right.Length));
    }
}
