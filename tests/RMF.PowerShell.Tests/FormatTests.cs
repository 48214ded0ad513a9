using System.Xml.Linq;
using RMF.Testing;

namespace RMF.PowerShell.Tests;

public sealed class FormatTests
{
    private static readonly XDocument Formats = XDocument.Load(Repository.PathOf("module", "RMF.PowerShell.Format.ps1xml"));

    private static readonly XDocument Types = XDocument.Load(Repository.PathOf("module", "RMF.PowerShell.Types.ps1xml"));

    private static IEnumerable<Type> OwnOutputTypes => ModuleAssembly.OutputTypes.Where(type => type.Assembly == ModuleAssembly.Assembly);

    [Fact]
    public void Each_output_type_has_a_table_and_a_list()
    {
        foreach (var type in OwnOutputTypes)
        {
            Assert.True(Views(type.FullName!, "TableControl").Any(), $"{type.FullName} has no table in the format file.");
            Assert.True(Views(type.FullName!, "ListControl").Any(), $"{type.FullName} has no list in the format file.");
        }
    }

    [Fact]
    public void Each_output_type_has_a_default_display_set()
    {
        foreach (var type in OwnOutputTypes)
        {
            var entry = Types.Descendants("Type").SingleOrDefault(t => (string?)t.Element("Name") == type.FullName);
            Assert.True(entry?.Descendants("PropertySet").Any(set => (string?)set.Element("Name") == "DefaultDisplayPropertySet") == true, $"{type.FullName} has no default display set.");
        }
    }

    [Fact]
    public void Views_and_sets_name_only_types_and_properties_that_exist()
    {
        foreach (var view in Formats.Descendants("View"))
        {
            var type = Existing((string)view.Element("ViewSelectedBy")!.Element("TypeName")!);
            foreach (var property in view.Descendants("PropertyName").Select(p => p.Value))
            {
                Assert.True(Has(type, property), $"The view {(string?)view.Element("Name")} names {type.Name}.{property}, which does not exist.");
            }
        }

        foreach (var entry in Types.Descendants("Type"))
        {
            var type = Existing((string)entry.Element("Name")!);
            foreach (var property in entry.Descendants("ReferencedProperties").SelectMany(p => p.Elements("Name")).Select(p => p.Value))
            {
                Assert.True(Has(type, property), $"The display set of {type.Name} names {property}, which does not exist.");
            }
        }
    }

    [Fact]
    public void Tables_have_as_many_headers_as_columns()
    {
        foreach (var table in Formats.Descendants("TableControl"))
        {
            Assert.Equal(table.Descendants("TableColumnItem").Count(), table.Descendants("TableColumnHeader").Count());
        }
    }

    private static IEnumerable<XElement> Views(string type, string control) => Formats.Descendants("View")
        .Where(view => view.Element(control) is not null)
        .Where(view => view.Element("ViewSelectedBy")!.Elements("TypeName").Any(name => name.Value == type));

    private static Type Existing(string name) =>
        ModuleAssembly.Assembly.GetType(name) ?? throw new Xunit.Sdk.XunitException($"There is no public type {name}.");

    private static bool Has(Type type, string property) => type.GetProperty(property) is not null
        || Types.Descendants("Type").Any(t => (string?)t.Element("Name") == type.FullName
            && t.Descendants("ScriptProperty").Concat(t.Descendants("AliasProperty")).Any(p => (string?)p.Element("Name") == property));
}
