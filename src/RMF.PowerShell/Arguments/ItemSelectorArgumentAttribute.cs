using System.Collections;
using System.Management.Automation;

namespace RMF.PowerShell.Arguments;

/// <summary>Lets a parameter of type <see cref="ItemSelector"/> or <c>ItemSelector[]</c> take objects, names with wildcards and ids.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ItemSelectorArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is string or not IEnumerable)
        {
            return One(inputData);
        }

        return ((IEnumerable)value).Cast<object>().Select(One).ToArray();
    }

    private static ItemSelector One(object argument) =>
        (argument is null ? null : ItemSelector.From(argument))
        ?? throw new ArgumentTransformationMetadataException(
            $"'{argument}' is neither a name nor an id, and has no property Id or Name. Give an object of this module, a name (wildcards allowed) or an id.");
}
