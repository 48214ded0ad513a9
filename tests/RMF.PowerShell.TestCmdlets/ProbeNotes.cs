namespace RMF.PowerShell.TestCmdlets;

/// <summary>What Get-RmfProbe keeps on its runspace.</summary>
public sealed class ProbeNotes : IDisposable
{
    public List<string> Notes { get; } = [];

    public string? EndFile { get; set; }

    public void Dispose()
    {
        if (EndFile is { } file)
        {
            File.WriteAllText(file, "ended");
        }
    }
}
