#nullable enable
using System.Globalization;
using System.Xml;

namespace VideoOS.Platform.Fake;

/// <summary>How an FQID is kept in a view's properties. The element names are our own: plugins keep the text and give it back.</summary>
internal static class FqidXml
{
    private static readonly string[] Names = ["type", "scheme", "host", "port", "server", "parent", "object", "folder", "kind"];

    public static XmlNode Write(FQID fqid)
    {
        var document = new XmlDocument();
        var root = document.CreateElement("FQID");
        string[] values =
        [
            fqid.ServerId.ServerType, fqid.ServerId.ServerScheme, fqid.ServerId.ServerHostname, fqid.ServerId.Serverport.ToString(CultureInfo.InvariantCulture),
            fqid.ServerId.Id.ToString(), fqid.ParentId.ToString(), fqid.ObjectId.ToString(), fqid.FolderType.ToString(), fqid.Kind.ToString(),
        ];
        for (var i = 0; i < Names.Length; i++)
        {
            root.SetAttribute(Names[i], values[i]);
        }

        document.AppendChild(root);
        return root;
    }

    public static FQID Parse(string xml)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(xml);
        var at = new Func<int, string>(i => document.DocumentElement!.GetAttribute(Names[i]));
        return new(
            new ServerId(at(0), at(1), at(2), int.Parse(at(3), CultureInfo.InvariantCulture), new Guid(at(4))),
            new Guid(at(5)),
            new Guid(at(6)),
            (FolderType)Enum.Parse(typeof(FolderType), at(7)),
            new Guid(at(8)));
    }
}
