using System.Xml;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Writes a plug-in's option. The text is one XML element: clients get it as a node.</summary>
internal sealed class SetOptionTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        if (!Guid.TryParse(call.Arguments.Text("optionId"), out var id))
        {
            return call.Refuse("Bad Request - an id is expected", "optionId");
        }

        var xml = call.Arguments.Text("xML");
        if (!IsXml(xml))
        {
            return call.Refuse("Bad Request - XML is expected", "xML");
        }

        return call.Context.State.PluginOptions.Set(id, call.Arguments.Flag("userPrivate"), xml)
            ? call.Success()
            : call.Refuse($"There are {OptionTable.MaxOptions} options.");
    }

    private static bool IsXml(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
