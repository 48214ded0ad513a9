using System.Management.Automation;

namespace RMF.PowerShell;

/// <summary>
/// Which cameras, recorders and so on a parameter means: an object of this module, a name with wildcards, or an id.
/// PowerShell makes one of whatever is given. Immutable.
/// </summary>
public sealed class ItemSelector
{
    // In this order: an object that is a camera also names its recorder.
    private static readonly string[] NameProperties = ["Name", "Camera", "Hardware", "Recorder", "Site"];

    private readonly string? id;
    private readonly WildcardPattern? pattern;

    /// <summary>A name with wildcards (<c>Gate *</c>), or an id.</summary>
    /// <param name="nameOrId">A GUID means the item of that id; all else is a name, in any letter case.</param>
    public ItemSelector(string nameOrId)
    {
        Text = nameOrId ?? throw new ArgumentNullException(nameof(nameOrId));
        if (Guid.TryParse(nameOrId, out var parsed))
        {
            id = parsed.ToString("D");
        }
        else
        {
            pattern = WildcardPattern.Get(nameOrId, WildcardOptions.IgnoreCase);
        }
    }

    private ItemSelector(object source, string text, string? id)
    {
        Source = source;
        Text = text;
        this.id = id;
        pattern = id is null ? WildcardPattern.Get(WildcardPattern.Escape(text), WildcardOptions.IgnoreCase) : null;
    }

    /// <summary>The object that was given; null when it was text.</summary>
    public object? Source { get; }

    /// <summary>What messages call it: the text given, or the object's name.</summary>
    public string Text { get; }

    /// <summary>True when one item is meant, so that finding none is an error and not an empty answer.</summary>
    public bool IsExact => id is not null || !WildcardPattern.ContainsWildcardCharacters(Text);

    /// <summary>A selector from any argument: text, a GUID, or an object with a property Id or Name. Null when it has neither.</summary>
    public static ItemSelector? From(object argument)
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

        var name = NameProperties.Select(property => source.Properties[property]?.Value?.ToString()).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return source.Properties["Id"]?.Value?.ToString() is { } known
            ? new ItemSelector(source.BaseObject, name ?? known, known)
            : name is null ? null : new ItemSelector(source.BaseObject, name, id: null);
    }

    /// <summary>True when an item of this name and id is meant.</summary>
    public bool Matches(string name, string itemId) =>
        id is not null ? string.Equals(id, itemId, StringComparison.OrdinalIgnoreCase) : pattern!.IsMatch(name);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
