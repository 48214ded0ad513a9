using System.Xml;
using VideoOS.Platform.Fake;

namespace VideoOS.Platform;

public class Configuration
{
    internal Configuration()
    {
    }

    public static Configuration Instance { get; } = new();

    public virtual FQID ServerFQID => FakeSession.Client.MasterSite.FQID;

    public virtual Item GetItem(FQID fqid) => FakeSession.AllItems().FirstOrDefault(i => i.FQID.ObjectId == fqid.ObjectId && i.FQID.Kind == fqid.Kind);

    public virtual Item GetItem(Guid objectId, Guid kind) => FakeSession.AllItems().FirstOrDefault(i => i.FQID.ObjectId == objectId && i.FQID.Kind == kind);

    public virtual List<Item> GetItems() => [.. FakeSession.Client.Roots];

    public virtual List<Item> GetItemsByKind(Guid kind) => [.. FakeSession.AllItems().Where(i => i.FQID.Kind == kind)];

    public virtual XmlNode GetOptionsConfiguration(Guid id, bool privateOption)
    {
        var text = FakeSession.Client.ReadOption(id, privateOption);
        if (text is null)
        {
            return null;
        }

        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(text);
        return document.DocumentElement;
    }

    public virtual void SaveOptionsConfiguration(Guid id, bool privateOption, XmlNode options) => FakeSession.Client.WriteOption(id, privateOption, options.OuterXml);
}
