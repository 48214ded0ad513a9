using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.TestCmdlets;

/// <summary>The state that this cmdlet keeps on its runspace; gives the notes taken so far.</summary>
[Cmdlet(VerbsCommon.Get, "RmfProbe")]
public sealed class GetRmfProbe : RmfCmdlet
{
    /// <summary>Taken before the answer.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>A file that is written when the session ends.</summary>
    [Parameter]
    public string? EndFile { get; set; }

    protected override void ProcessRecord()
    {
        var notes = Session.Get<ProbeNotes>();
        if (Note is { } note)
        {
            notes.Notes.Add(note);
        }

        notes.EndFile = EndFile ?? notes.EndFile;
        WriteObject(notes.Notes.ToArray(), enumerateCollection: true);
    }
}
