using System.Management.Automation;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell;

/// <summary>
/// Which cameras, recorders and so on a parameter means: an object of this module, a name with wildcards, or an id.
/// PowerShell makes one of whatever is given. Immutable.
/// </summary>
public sealed class ItemSelector
{
    /// <summary>What this module's objects call themselves, in this order: an object that is a camera also names its hardware and its recorder.</summary>
    private static readonly string[] Nouns = ["Camera", "Hardware", "Recorder", "Site"];

    /// <summary>An object of a pair knows the ids of both sides; a run in either direction must find it.</summary>
    private static readonly string[] IdProperties = ["Id", "SecondaryId", "PairedId"];

    private readonly string[] ids;
    private readonly WildcardPattern? pattern;

    /// <summary>A name with wildcards (<c>Gate *</c>), or an id.</summary>
    /// <param name="nameOrId">A GUID means the item of that id; all else is a name, in any letter case. A name with wildcards also means itself.</param>
    public ItemSelector(string nameOrId)
    {
        Text = nameOrId ?? throw new ArgumentNullException(nameof(nameOrId));
        ids = Guid.TryParse(nameOrId, out var parsed) ? [parsed.ToString("D")] : [];
        pattern = ids.Length > 0 ? null : NamePattern.Of(nameOrId);
    }

    private ItemSelector(object source, string text, string[] ids)
    {
        Source = source;
        Text = text;
        this.ids = ids;
    }

    /// <summary>The object that was given; null when it was text.</summary>
    public object? Source { get; }

    /// <summary>What messages call it: the text given, or the object's name.</summary>
    public string Text { get; }

    /// <summary>The ids that are meant, as the object or the GUID says; empty when a name is meant.</summary>
    internal IReadOnlyList<string> Ids => ids;

    /// <summary>True when the text has wildcards.</summary>
    internal bool IsPattern => Source is null && ids.Length == 0 && WildcardPattern.ContainsWildcardCharacters(Text);

    /// <summary>True when one item is meant, so that finding none is an error and not an empty answer.</summary>
    public bool IsExact => !IsPattern;

    /// <summary>
    /// A selector from any argument: text, a GUID, or an object that has a property of the noun, or an Id or a Name of its own.
    /// Null when it has none of them, or is another kind of object: the recorder of a camera is no camera.
    /// </summary>
    /// <param name="argument">What was given.</param>
    /// <param name="noun">What is wanted: Camera, Hardware, Recorder or Site; null = anything that has a name.</param>
    public static ItemSelector? From(object argument, string? noun = null)
    {
        var source = PSObject.AsPSObject(argument);
        switch (source.BaseObject)
        {
            case ItemSelector selector:
                return selector;
            case string text:
                return new ItemSelector(text);
            case Guid guid:
                return new ItemSelector(guid.ToString("D"));
        }

        var own = Array.Find(Nouns, n => TextOf(source, n) is not null);
        if (own is not null && noun is not null && own != noun)
        {
            // Its id is that of another kind; the name that it carries is still a name.
            return TextOf(source, noun) is { } carried ? new ItemSelector(source.BaseObject, carried, []) : null;
        }

        var name = (own is null ? null : TextOf(source, own)) ?? TextOf(source, "Name");
        string[] known = [.. IdProperties.Select(p => TextOf(source, p)).OfType<string>()];
        return name is null && known.Length == 0 ? null : new ItemSelector(source.BaseObject, name ?? known[0], known);
    }

    /// <summary>True when an item of this name and id is meant. Without an id the name decides.</summary>
    public bool Matches(string name, string itemId)
    {
        if (ids.Length > 0 && itemId.Length > 0)
        {
            return Array.Exists(ids, id => string.Equals(id, itemId, StringComparison.OrdinalIgnoreCase));
        }

        return string.Equals(Text, name, StringComparison.OrdinalIgnoreCase) || pattern?.IsMatch(name) == true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Text alone: a count of cameras is no camera.
    private static string? TextOf(PSObject source, string property) => (source.Properties[property]?.Value) switch
    {
        string { Length: > 0 } text => text,
        PSObject { BaseObject: string { Length: > 0 } text } => text,
        Guid guid => guid.ToString("D"),
        _ => null,
    };
}
