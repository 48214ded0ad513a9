#nullable enable
using System.Xml;

namespace VideoOS.Platform.Fake;

/// <summary>Keeps a settings panel's properties as an option of its own.</summary>
internal static class FakeProperties
{
    public static void Load(Guid id, bool mine, Dictionary<string, string> into)
    {
        into.Clear();
        if (FakeSession.Client.ReadOption(id, mine) is not { } text)
        {
            return;
        }

        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(text);
        foreach (XmlElement one in document.DocumentElement!.ChildNodes)
        {
            into[one.GetAttribute("key")] = one.GetAttribute("value");
        }
    }

    public static void Save(Guid id, bool mine, Dictionary<string, string> from)
    {
        var document = new XmlDocument();
        var root = document.CreateElement("properties");
        foreach (var pair in from)
        {
            var one = document.CreateElement("property");
            one.SetAttribute("key", pair.Key);
            one.SetAttribute("value", pair.Value);
            root.AppendChild(one);
        }

        FakeSession.Client.WriteOption(id, mine, root.OuterXml);
    }
}
