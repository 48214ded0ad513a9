namespace RMF.Simulator.Store;

/// <summary>Texts that plug-ins keep in a site, by id, for everybody or for one user. Not thread-safe: the site's lock guards it.</summary>
internal sealed class OptionTable
{
    /// <summary>Options that a site keeps; a real one has some hundreds.</summary>
    public const int MaxOptions = 10_000;

    private readonly Dictionary<(Guid Id, bool IsPrivate), string> texts = [];

    public string? Find(Guid id, bool isPrivate) => texts.GetValueOrDefault((id, isPrivate));

    /// <summary>False when the site is full.</summary>
    public bool Set(Guid id, bool isPrivate, string xml)
    {
        if (texts.Count >= MaxOptions && !texts.ContainsKey((id, isPrivate)))
        {
            return false;
        }

        texts[(id, isPrivate)] = xml;
        return true;
    }
}
