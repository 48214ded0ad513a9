using System.Management.Automation;
using RMF.Policy;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Policies;

/// <summary>Edits single keys of a policy file in place, for the Set- cmdlets. Call it on the pipeline's thread.</summary>
internal static class PolicyEditing
{
    /// <summary>
    /// Sets one key and keeps every other byte of the file. Setting what is set asks nothing and writes nothing. An edit that would make
    /// the policy invalid is refused. Gives the policy as it is afterwards; with -WhatIf, as it was.
    /// </summary>
    /// <param name="cmdlet">Who edits; it must support ShouldProcess.</param>
    /// <param name="argument">The -Policy parameter.</param>
    /// <param name="key">E.g. <c>live.reactionTime</c>.</param>
    /// <param name="value">As the file would hold it, without quotes.</param>
    public static RmfPolicy SetPolicyKey(this RmfCmdlet cmdlet, PolicyArgument? argument, string key, string value)
    {
        var policy = cmdlet.RequirePolicy(argument);
        var read = PolicyReader.Load(policy.Path);
        var file = FileOf(policy.Path, read, key);
        var text = File.ReadAllText(file);
        var edit = PolicyEditor.Set(text, key, value, file);
        if (edit.Error is { } error)
        {
            cmdlet.ThrowTerminatingError(RmfErrorRecord.From(error));
        }

        if (!edit.Changed)
        {
            cmdlet.WriteVerbose($"{file}: {key} is {value} already.");
            return policy;
        }

        RefuseInvalid(cmdlet, policy, file, edit.Text);
        if (!cmdlet.ShouldProcess(file, $"Set {key} to {value}"))
        {
            return policy;
        }

        PolicyEditor.SetInFile(file, key, value);
        var edited = cmdlet.LoadPolicy(policy.Path, warn: false);
        var current = cmdlet.Session.Get<CurrentPolicy>();
        if (current.Known is { } known && known.Path == edited.Path)
        {
            current.Set(edited);
        }

        return edited;
    }

    // A folder's policy: the file where the key stands, else the first one, where a new key may go.
    private static string FileOf(string path, PolicyResult read, string key)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        return read.PlaceOf(key)?.File is { } file
            ? Path.Combine(path, file)
            : Directory.EnumerateFiles(path, "*.y*ml").OrderBy(Path.GetFileName, StringComparer.Ordinal).First();
    }

    private static void RefuseInvalid(RmfCmdlet cmdlet, RmfPolicy policy, string file, string text)
    {
        // The files of a folder mean something together only; its next reading tells.
        if (policy.Path != file || PolicyReader.Parse(text, file).IsValid)
        {
            return;
        }

        var errors = PolicyReader.Parse(text, file).Messages.Where(m => m.Severity == PolicySeverity.Error).ToList();
        errors.ForEach(e => cmdlet.WriteError(RmfErrorRecord.From(e)));
        cmdlet.ThrowTerminatingError(RmfErrorRecord.Create(
            "PolicyWouldBeInvalid",
            ErrorCategory.InvalidArgument,
            $"{file} was not changed: the policy would no longer be valid.",
            "Choose another value, or change the keys that the errors above name first.",
            policy));
    }
}
