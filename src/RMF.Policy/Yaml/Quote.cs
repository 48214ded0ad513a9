namespace RMF.Policy.Yaml;

/// <summary>Shows a piece of the file in a message, shortened.</summary>
internal static class Quote
{
    private const int MaxLength = 60;

    public static string Short(string value)
    {
        var line = value.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        return line.Length <= MaxLength ? line : line.Substring(0, MaxLength - 3) + "...";
    }
}
