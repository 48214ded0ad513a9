using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Client;

public class ViewItemManager
{
    private readonly Dictionary<string, string> properties = new(StringComparer.Ordinal);

    public ViewItemManager(string managerName) => ManagerName = managerName;

    public event EventHandler PropertyChangedEvent;

    public virtual string DisplayName => ManagerName;

    public FQID FQID { get; internal set; }

    internal string ManagerName { get; }

    internal Action<IReadOnlyDictionary<string, string>> Saved { get; set; }

    public virtual void PropertiesLoaded()
    {
    }

    public virtual ViewItemWpfUserControl GenerateViewItemWpfUserControl() => null;

    public virtual PropertiesWpfUserControl GeneratePropertiesWpfUserControl() => new();

    public string GetProperty(string key) => properties.TryGetValue(key, out var value) ? value : null;

    public void SetProperty(string key, string value) => properties[key] = value;

    public void SaveProperties()
    {
        Saved?.Invoke(properties);
        PropertyChangedEvent?.Invoke(this, EventArgs.Empty);
    }

    internal void Load(IReadOnlyDictionary<string, string> stored)
    {
        properties.Clear();
        foreach (var pair in stored)
        {
            properties[pair.Key] = pair.Value;
        }

        PropertiesLoaded();
    }
}
