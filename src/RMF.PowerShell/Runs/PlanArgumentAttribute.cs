using System.Management.Automation;
using RMF.Engine.Plans;

namespace RMF.PowerShell.Runs;

/// <summary>Lets a parameter of type <see cref="RmfPlan"/> take a plan, or the path of a plan's file.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlanArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var text = value switch
        {
            string name => name,
            FileSystemInfo file => file.FullName,
            _ => null,
        };
        if (text is null)
        {
            return inputData;
        }

        var path = engineIntrinsics.SessionState.Path.GetUnresolvedProviderPathFromPSPath(text);
        if (!File.Exists(path))
        {
            throw new ArgumentTransformationMetadataException($"There is no plan file {path}. New-RmfPlan -OutFile writes one.");
        }

        return PlanReader.Read(File.ReadAllBytes(path), path).TryGet(out var plan, out var failure)
            ? new RmfPlan(plan, null, path, new Show().Change)
            : throw new ArgumentTransformationMetadataException($"{failure.Message} {failure.Advice}");
    }
}
