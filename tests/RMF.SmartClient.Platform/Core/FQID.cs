using System.Xml;
using VideoOS.Platform.Fake;

namespace VideoOS.Platform;

public class FQID
{
    public FQID(ServerId serverId, Guid parentId, Guid objectId, FolderType folderType, Guid kind)
    {
        ServerId = serverId;
        ParentId = parentId;
        ObjectId = objectId;
        FolderType = folderType;
        Kind = kind;
    }

    public FQID(string xml)
        : this(FqidXml.Parse(xml))
    {
    }

    public FQID(XmlNode xmlNode)
        : this(xmlNode.OuterXml)
    {
    }

    private FQID(FQID other)
        : this(other.ServerId, other.ParentId, other.ObjectId, other.FolderType, other.Kind)
    {
        ObjectIdString = other.ObjectIdString;
    }

    public ServerId ServerId { get; set; }

    public Guid ParentId { get; set; }

    public Guid ObjectId { get; set; }

    public string ObjectIdString { get; set; }

    public FolderType FolderType { get; set; }

    public Guid Kind { get; set; }

    public XmlNode ToXmlNode() => FqidXml.Write(this);

    public bool EqualGuids(object fqid) =>
        fqid is FQID other && other.ObjectId == ObjectId && other.ParentId == ParentId && other.Kind == Kind
        && (other.ServerId is null || ServerId is null || other.ServerId.Id == ServerId.Id);

    public override bool Equals(object obj) => EqualGuids(obj);

    public override int GetHashCode() => ObjectId.GetHashCode();
}
