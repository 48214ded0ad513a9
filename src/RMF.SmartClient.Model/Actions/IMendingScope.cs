using RMF.Core.Ptz;
using RMF.Engine.Operator;

namespace RMF.SmartClient.Model.Actions;

/// <summary>What mending may count on, taken on the user interface's thread. Immutable: the pool works with it.</summary>
internal interface IMendingScope
{
    /// <summary>Whether recordings go on at a side that came back.</summary>
    bool Resumes { get; }

    PresetTolerance Tolerance { get; }

    /// <summary>The cameras that records are about, as the policy has them now, and the sites that answer.</summary>
    CameraReach Reach(OperatorRecords records);
}
