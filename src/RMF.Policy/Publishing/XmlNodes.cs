using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;

namespace RMF.Policy.Publishing;

/// <summary>Reads small XML that others may have written: no DTD, no entities, bounded.</summary>
internal static class XmlNodes
{
    private const int MostCharacters = 64 * 1024 * 1024;

    public static bool TryParse(string text, string name, [NotNullWhen(true)] out XElement? root)
    {
        root = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters });
            var read = XElement.Load(reader);
            root = read.Name.LocalName == name ? read : null;
        }
        catch (XmlException)
        {
            // Not ours, or broken: the caller says so.
        }

        return root is not null;
    }
}
