using System.Windows.Controls;
using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Client;

public abstract class SettingsPanelPlugin
{
    private readonly Dictionary<string, string> properties = new(StringComparer.Ordinal);

    public abstract Guid Id { get; }

    public abstract string Title { get; }

    public abstract void Init();

    public abstract void Close();

    public abstract UserControl GenerateUserControl();

    public abstract void CloseUserControl();

    public abstract bool TrySaveChanges(out string errorMessage);

    protected string GetProperty(string key) => properties.TryGetValue(key, out var value) ? value : null;

    protected void SetProperty(string key, string value) => properties[key] = value;

    protected void LoadProperties(bool privateProperty) => FakeProperties.Load(Id, privateProperty, properties);

    protected void SaveProperties(bool privateProperty) => FakeProperties.Save(Id, privateProperty, properties);
}
