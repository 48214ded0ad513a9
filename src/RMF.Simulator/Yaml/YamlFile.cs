using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RMF.Simulator.Yaml;

/// <summary>One YAML text and its name, so that every complaint about it can say where.</summary>
internal sealed class YamlFile
{
    /// <summary>Bytes of the largest file that is read; a world of 12,000 cameras written out in full is well below.</summary>
    public const int MaxCharacters = 64 * 1024 * 1024;

    private YamlFile(string name) => Name = name;

    public string Name { get; }

    public static YamlMap Parse(string text, string name)
    {
        var file = new YamlFile(name);
        if (text.Length > MaxCharacters)
        {
            throw new WorldException(name, 1, 1, $"The file is larger than {MaxCharacters} characters.");
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new BoundedParser(new Parser(new StringReader(text)), name));
        }
        catch (YamlException broken)
        {
            throw new WorldException(name, broken.Start.Line, broken.Start.Column, broken.InnerException?.Message ?? broken.Message, broken);
        }

        if (stream.Documents.Count != 1)
        {
            throw new WorldException(name, 1, 1, stream.Documents.Count == 0 ? "The file is empty." : "The file holds more than one document.");
        }

        return stream.Documents[0].RootNode is YamlMappingNode map
            ? new YamlMap(file, map)
            : throw file.Error(stream.Documents[0].RootNode, "A list of 'key: value' lines is expected here.");
    }

    public WorldException Error(YamlNode at, string problem) => new(Name, at.Start.Line, at.Start.Column, problem);
}
