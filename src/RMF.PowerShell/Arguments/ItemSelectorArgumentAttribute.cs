using System.Collections;
using System.Management.Automation;

namespace RMF.PowerShell.Arguments;

/// <summary>Lets a parameter of type <see cref="ItemSelector"/> or <c>ItemSelector[]</c> take objects, names with wildcards and ids.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ItemSelectorArgumentAttribute : ArgumentTransformationAttribute
{
    /// <param name="noun">What is wanted: Camera, Hardware, Recorder or Site; Device = a name or id of a device that is none of these.</param>
    public ItemSelectorArgumentAttribute(string noun) => Noun = noun;

    /// <summary>What is wanted. An object of another kind is not taken, so that PowerShell looks for another parameter that fits it.</summary>
    public string Noun { get; }

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

    private ItemSelector One(object argument)
    {
        if ((argument is null ? null : ItemSelector.From(argument, Noun)) is { } selector)
        {
            return selector;
        }

        // With this cause the pipeline tries its other parameters instead of failing at once.
        var message = $"'{argument}' is no {Noun.ToLowerInvariant()}: neither a name nor an id, and it has no property {Noun}. Give an object of this module, a name (wildcards allowed) or an id.";
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
