using System.Management.Automation;
using System.Reflection;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Tests;

/// <summary>
/// What the cmdlet assembly says of itself, read from its metadata: attributes are not instantiated, because the
/// PowerShell that the tests are compiled against is a reference assembly without behaviour.
/// </summary>
internal static class ModuleAssembly
{
    public static Assembly Assembly => typeof(RmfCmdlet).Assembly;

    /// <summary>Cmdlet name and class.</summary>
    public static IReadOnlyDictionary<string, Type> Cmdlets { get; } = Assembly.GetExportedTypes()
        .Select(type => (Type: type, Attribute: type.CustomAttributes.FirstOrDefault(a => a.AttributeType == typeof(CmdletAttribute))))
        .Where(found => found.Attribute is not null)
        .ToDictionary(
            found => $"{found.Attribute!.ConstructorArguments[0].Value}-{found.Attribute.ConstructorArguments[1].Value}",
            found => found.Type,
            StringComparer.Ordinal);

    /// <summary>The types that cmdlets declare as output.</summary>
    public static IEnumerable<Type> OutputTypes => Cmdlets.Values.SelectMany(OutputTypesOf).Distinct();

    public static IEnumerable<Type> OutputTypesOf(Type cmdlet) => cmdlet.CustomAttributes
        .Where(a => a.AttributeType == typeof(OutputTypeAttribute))
        .SelectMany(a => a.ConstructorArguments)
        .SelectMany(argument => argument.Value switch
        {
            Type type => [type],
            IEnumerable<CustomAttributeTypedArgument> several => several.Select(one => one.Value).OfType<Type>(),
            _ => Enumerable.Empty<Type>(),
        });

    public static IEnumerable<string> ParametersOf(Type cmdlet) => cmdlet
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CustomAttributes.Any(a => a.AttributeType == typeof(ParameterAttribute)))
        .Select(property => property.Name);

    /// <summary>The value of a named argument of the Cmdlet attribute; default when it is not set.</summary>
    public static T? CmdletOption<T>(Type cmdlet, string name) => cmdlet.CustomAttributes
        .Single(a => a.AttributeType == typeof(CmdletAttribute)).NamedArguments
        .Where(argument => argument.MemberName == name)
        .Select(argument => (T?)argument.TypedValue.Value)
        .FirstOrDefault();
}
