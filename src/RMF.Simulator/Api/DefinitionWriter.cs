using RMF.Simulator.Contract;
using RMF.Simulator.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Api;

/// <summary>
/// Writes what <c>?definitions</c> adds: for each property whether and to what it can be set. It mirrors the shape of the data: a block's
/// definitions are an object, a list of blocks is a list of objects, so that what differs from stream to stream can differ here.
/// </summary>
internal sealed class DefinitionWriter(JsonText json, Personality personality)
{
    public void Write(SiteObject item)
    {
        json.Name("definitions").Object();
        for (var i = 0; i < item.Resource.Fields.Count; i++)
        {
            var field = item.Resource.Fields[i];
            if (field.Since > personality)
            {
                continue;
            }

            switch (item.Values[i])
            {
                case Block block:
                    json.Name(field.JsonName);
                    Shape(block.Shape);
                    break;
                case List<Block> blocks:
                    json.Name(field.JsonName).Array();
                    blocks.ForEach(b => Shape(b.Shape));
                    json.EndArray();
                    break;
                case null when field.Type is FieldType.Block or FieldType.Blocks:
                    break;
                case Reference:
                    One(field.JsonName, field.Definition with { CanSet = false }, "Path");
                    break;
                default:
                    One(field.JsonName, field.Definition, TypeName(field.Type));
                    break;
            }
        }

        json.EndObject();
    }

    private static string TypeName(FieldType type) => type switch
    {
        FieldType.Id => "Guid",
        FieldType.Date => "DateTime",
        FieldType.Whole => "Int",
        FieldType.Number => "Double",
        FieldType.Flag => "Boolean",
        FieldType.Choice => "Enum",
        _ => "String",
    };

    private static string TypeName(SettingType type) => type switch
    {
        SettingType.Whole => "Int",
        SettingType.Number => "Double",
        SettingType.Flag => "Boolean",
        SettingType.Choice => "Enum",
        _ => "String",
    };

    private void Shape(SettingSet shape)
    {
        json.Object();
        for (var i = 0; i < shape.Settings.Count; i++)
        {
            if (!shape.Settings[i].Hidden)
            {
                One(shape.JsonName(i), shape.Settings[i], TypeName(shape.Settings[i].Type));
            }
        }

        json.EndObject();
    }

    private void One(byte[] name, SettingDefinition definition, string type)
    {
        json.Name(name).Object();
        json.Name("displayName").Text(definition.DisplayName);
        json.Name("canSet").Flag(definition.CanSet);
        json.Name("valueType").Text(type);
        Bound("minValue", definition.Min);
        Bound("maxValue", definition.Max);
        Bound("stepValue", definition.Step);
        if (definition.Options.Count > 0)
        {
            json.Name("options").Array();
            foreach (var option in definition.Options)
            {
                json.Object().Name("name").Text(option).Name("value").Text(option).EndObject();
            }

            json.EndArray();
        }

        json.EndObject();
    }

    private void Bound(string name, double? value)
    {
        if (value is { } given)
        {
            json.Name(name).Number(given);
        }
    }
}
