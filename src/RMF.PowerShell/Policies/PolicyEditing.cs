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
        => cmdlet.EditPolicy(cmdlet.RequirePolicy(argument), key, $"Set {key} to {value}", (text, file) => PolicyEditor.Set(text, key, value, file));

    /// <summary>Does an edit with the same promises as <see cref="SetPolicyKey"/>.</summary>
    /// <param name="cmdlet">Who edits; it must support ShouldProcess.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="key">The key that says which file of a folder is meant.</param>
    /// <param name="action">For -WhatIf: <c>Set live.priority to secondary</c>.</param>
    /// <param name="edit">Gets the text and the file's name.</param>
    public static RmfPolicy EditPolicy(this RmfCmdlet cmdlet, RmfPolicy policy, string key, string action, Func<string, string, PolicyEdit> edit)
    {
        var file = FileOf(policy.Path, PolicyReader.Load(policy.Path), key);
        var made = edit(File.ReadAllText(file), file);
        if (made.Error is { } error)
        {
            cmdlet.ThrowTerminatingError(RmfErrorRecord.From(error));
        }

        if (!made.Changed)
        {
            cmdlet.WriteVerbose($"{file}: nothing to write: {action} is done already.");
            return policy;
        }

        RefuseInvalid(cmdlet, policy, file, made.Text);
        if (!cmdlet.ShouldProcess(file, action))
        {
            return policy;
        }

        PolicyEditor.InFile(file, text => edit(text, file));
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

        // The nearest key above that stands somewhere: a new key belongs beside its neighbours.
        for (var near = key; near.Length > 0; near = near.LastIndexOf('.') is > 0 and var dot ? near.Substring(0, dot) : "")
        {
            if (read.PlaceOf(near)?.File is { } holder)
            {
                return Path.Combine(path, holder);
            }
        }

        return Directory.EnumerateFiles(path, "*.y*ml").OrderBy(Path.GetFileName, StringComparer.Ordinal).First();
    }

    private static void RefuseInvalid(RmfCmdlet cmdlet, RmfPolicy policy, string file, string text)
    {
        // The files of a folder mean something together only, so the folder is read with the new text in place of the old.
        var read = PolicyReader.LoadWith(policy.Path, file, text);
        if (read.IsValid)
        {
            return;
        }

        var errors = read.Messages.Where(m => m.Severity == PolicySeverity.Error).ToList();
        errors.ForEach(e => cmdlet.WriteError(RmfErrorRecord.From(e)));
        cmdlet.ThrowTerminatingError(RmfErrorRecord.Create(
            "PolicyWouldBeInvalid",
            ErrorCategory.InvalidArgument,
            $"{file} was not changed: the policy would no longer be valid.",
            "Choose another value, or change the keys that the errors above name first.",
            policy));
    }
}
