using RMF.Simulator.Contract;
using RMF.Simulator.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Api;

/// <summary>Writes objects of the store as a site of one personality sends them. Used under the store's read lock.</summary>
internal sealed class ObjectWriter(JsonText json, Personality personality, bool disabledToo = false, IReadOnlySet<string>? include = null)
{
    private static readonly byte[] RelationsName = JsonText.Prepare("relations");
    private static readonly byte[] ParentName = JsonText.Prepare("parent");
    private static readonly byte[] SelfName = JsonText.Prepare("self");
    private static readonly byte[] TypeName = JsonText.Prepare("type");
    private static readonly byte[] IdName = JsonText.Prepare("id");

    public void Write(SiteObject item)
    {
        json.Object();
        Members(item);
        json.EndObject();
    }

    /// <summary>The fields without the braces, so that a caller can add members of its own.</summary>
    public void Members(SiteObject item)
    {
        Fields(item);
        if (include is not null)
        {
            Included(item);
        }

        if (item.Resource.IsPlain)
        {
            return;
        }

        json.Name(RelationsName).Object();
        if (ParentOf(item) is { } parent)
        {
            Reference(ParentName, parent.Resource.Name, parent.Id);
        }

        Reference(SelfName, item.Resource.Name, item.Id);
        json.EndObject();
    }

    public void Fields(SiteObject item, bool upperId = false)
    {
        var fields = item.Resource.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (field.Since > personality)
            {
                continue;
            }

            if (field.Type == FieldType.Id)
            {
                json.Name(field.JsonName).Id(item.Id, upperId);
            }
            else if (item.Values[i] is { } value)
            {
                json.Name(field.JsonName);
                Value(value);
            }
        }
    }

    /// <summary>Disabled objects are left out unless they are asked for; what hangs on disabled hardware counts as disabled.</summary>
    public bool Shows(SiteObject item) =>
        disabledToo || !item.Resource.CanBeDisabled || (item.Enabled && item.Parent is not { Resource.CanBeDisabled: true, Enabled: false });

    private static SiteObject? ParentOf(SiteObject item) => item.Resource.Name == "childSites" || (item.Parent is { Resource.Name: "sites" } && item.Resource.Name != "recordingServers") ? null : item.Parent;

    private void Included(SiteObject item)
    {
        foreach (var child in item.Resource.Children)
        {
            if (!include!.Contains(child.Resource.Name) || !child.Include)
            {
                continue;
            }

            json.Name(child.JsonName).Array();
            foreach (var one in item.Children(child))
            {
                if (Shows(one))
                {
                    Write(one);
                }
            }

            json.EndArray();
        }
    }

    private void Reference(byte[] name, string type, Guid id) =>
        json.Name(name).Object().Name(TypeName).Text(type).Name(IdName).Id(id).EndObject();

    private void Value(object value)
    {
        switch (value)
        {
            case string text: json.Text(text); break;
            case bool flag: json.Flag(flag); break;
            case long whole: json.Whole(whole); break;
            case double number: json.Number(number); break;
            case Guid id: json.Id(id); break;
            case Timestamp time: json.Time(time.Time); break;
            case Reference to: json.Object().Name(TypeName).Text(to.Resource).Name(IdName).Id(to.Id).EndObject(); break;
            case List<Reference> references:
                json.Array();
                foreach (var to in references)
                {
                    Value(to);
                }

                json.EndArray();
                break;
            case Block block: Block(block); break;
            case List<Block> blocks:
                json.Array();
                foreach (var block in blocks)
                {
                    Block(block);
                }

                json.EndArray();
                break;
            default: throw new InvalidOperationException($"The store holds a {value.GetType()}.");
        }
    }

    private void Block(Block block)
    {
        json.Object();
        for (var i = 0; i < block.Shape.Settings.Count; i++)
        {
            json.Name(block.Shape.JsonName(i));
            Value(block[i]);
        }

        json.EndObject();
    }
}
