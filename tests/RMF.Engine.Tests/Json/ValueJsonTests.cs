using System.Text;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Engine.Json;

namespace RMF.Engine.Tests.Json;

public sealed class ValueJsonTests
{
    private static readonly ItemKey Storage = new("b", ItemKind.Storage, "11111111-0000-4000-8000-000000000001");

    public static TheoryData<string, string> Forms => new()
    {
        { "null", "null" },
        { "true", "true" },
        { "false", "false" },
        { "number", "25" },
        { "fraction", "0.6" },
        { "large", "1E+20" },
        { "negative", "-7" },
        { "text", "\"Tür \\\"2\\\" – カメラ\"" },
        { "empty", "\"\"" },
        { "numberText", "\"5\"" },
        { "list", "{\"list\":[1,\"a\",null]}" },
        { "group", "{\"group\":{\"FPS\":25,\"codec\":\"H.264\"}}" },
        { "reference", "{\"reference\":\"Storage/11111111-0000-4000-8000-000000000001\"}" },
        { "foreign", "{\"reference\":\"a/Storage/22222222-0000-4000-8000-000000000002\"}" },
        { "stream", "{\"reference\":\"DeviceStream/cam-1/stream-1\"}" },
        { "named", "{\"named\":\"DeviceStream/Video stream 1/2\"}" },
        { "pending", "{\"pending\":\"secondary/REC-B1/10.0.0.5\"}" },
        { "nested", "{\"list\":[{\"group\":{\"streamReferenceId\":{\"reference\":\"DeviceStream/cam-1/stream-1\"}}}]}" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_type_of_value_has_one_form_and_comes_back_equal(string name, string json)
    {
        var value = Example(name);
        Assert.Equal(json, Write(value));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(value, ValueJson.Read(document.RootElement, "b"));
    }

    [Theory]
    [InlineData("[1]", "Array")]
    [InlineData("{}", "Object")]
    [InlineData("""{"other":1}""", "'other' is no kind of property value")]
    [InlineData("""{"reference":"Storage"}""", "'Storage' is no reference")]
    [InlineData("""{"reference":"Cupboard/1"}""", "'Cupboard/1' is no reference")]
    [InlineData("""{"named":"/x"}""", "'/x' is no reference")]
    public void What_is_no_value_is_an_error_that_names_it(string json, string message)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Contains(message, Assert.Throws<JsonException>(() => ValueJson.Read(document.RootElement, "b")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_nested_too_deep_is_refused_before_the_stack_is()
    {
        var json = string.Concat(Enumerable.Repeat("""{"list":[""", 20)) + "1" + string.Concat(Enumerable.Repeat("]}", 20));
        using var document = JsonDocument.Parse(json);
        Assert.Contains("nested", Assert.Throws<JsonException>(() => ValueJson.Read(document.RootElement, "b")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b/Camera/1")]
    [InlineData("b/DeviceStream/cam/stream")]
    public void Keys_come_back(string text) => Assert.Equal(text, KeyJson.Format(KeyJson.Parse(text)));

    [Theory]
    [InlineData(null)]
    [InlineData("b/Camera")]
    [InlineData("b/Cupboard/1")]
    public void What_is_no_key_is_an_error(string? text) => Assert.Throws<JsonException>(() => KeyJson.Parse(text));

    private static string Write(PropertyValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, CanonicalJson.Compact))
        {
            ValueJson.Write(writer, value, "b");
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static PropertyValue Example(string name) => name switch
    {
        "null" => Scalar.Null,
        "true" => Scalar.True,
        "false" => Scalar.False,
        "number" => Scalar.Number(25),
        "fraction" => Scalar.Number(0.6),
        "large" => Scalar.Number(1e20),
        "negative" => Scalar.Number(-7),
        "text" => Scalar.Text("Tür \"2\" – カメラ"),
        "empty" => Scalar.Empty,
        "numberText" => Scalar.Text("5"),
        "list" => new ListValue([Scalar.Number(1), Scalar.Text("a"), Scalar.Null]),
        "group" => new GroupValue(new PropertyBagBuilder().Set("codec", "H.264").Set("FPS", 25).Build()),
        "reference" => new Reference(Storage),
        "foreign" => new Reference(new ItemKey("a", ItemKind.Storage, "22222222-0000-4000-8000-000000000002")),
        "stream" => new Reference(new ItemKey("b", ItemKind.DeviceStream, "cam-1/stream-1")),
        "named" => new NamedReference(ItemKind.DeviceStream, "Video stream 1/2"),
        "pending" => new PendingReference("secondary/REC-B1/10.0.0.5"),
        "nested" => new ListValue([new GroupValue(PropertyBag.Empty.With("streamReferenceId", new Reference(new ItemKey("b", ItemKind.DeviceStream, "cam-1/stream-1"))))]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
