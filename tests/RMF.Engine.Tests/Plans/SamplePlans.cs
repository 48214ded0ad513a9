using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;

namespace RMF.Engine.Tests.Plans;

/// <summary>Plans that hold one of everything.</summary>
internal static class SamplePlans
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 30, 15, TimeSpan.Zero);

    private static ItemKey Target(ItemKind kind, string id) => new("b", kind, id);

    private static ItemKey Source(ItemKind kind, string id) => new("a", kind, id);

    public static Plan Full() => new()
    {
        Id = "00000001-0000-0000-0000-000000000000",
        CreatedAt = Time.AddTicks(1234567),
        PolicyHash = new string('a', 64),
        Direction = SyncDirection.Restore,
        Lineage = "00000002-0000-0000-0000-000000000000",
        Serial = 7,
        Sites = [new PlanSite("a", new string('1', 64), Time, true), new PlanSite("b", new string('2', 64), Time.AddSeconds(1), false)],
        Changes =
        [
            new Change
            {
                Id = "secondary/REC-B1/10.0.0.5",
                Address = "secondary/REC-B1/10.0.0.5",
                Kind = ItemKind.Hardware,
                Name = "Gate \"1\" <north>",
                Action = ChangeAction.Create,
                Reason = ChangeReason.MissingOnTarget,
                Site = "b",
                Source = Source(ItemKind.Hardware, "h1"),
                TargetRecorder = Target(ItemKind.RecordingServer, "r1"),
                Stage = SyncStage.Lifecycle,
                Method = WriteMethod.Task,
                Properties =
                [
                    new ChangedProperty("address", null, Scalar.Text("http://10.0.0.5/"), ChangeReason.MissingOnTarget),
                    new ChangedProperty("hardwareDriverPath", null, new NamedReference(ItemKind.HardwareDriver, "812"), ChangeReason.MissingOnTarget),
                    new ChangedProperty("group", null, new PendingReference("secondary/REC-B1/10.0.0.6"), ChangeReason.MissingOnTarget),
                ],
            },
            new Change
            {
                Id = "secondary/REC-B1/10.0.0.5/camera[0]/streams",
                Address = "secondary/REC-B1/10.0.0.5/camera[0]/streams",
                Kind = ItemKind.Streams,
                Name = "Tor 2 – カメラ",
                Action = ChangeAction.Update,
                Reason = ChangeReason.TargetDrifted,
                Site = "b",
                Source = Source(ItemKind.Streams, "c1"),
                Target = Target(ItemKind.Streams, "c2"),
                TargetRecorder = Target(ItemKind.RecordingServer, "r1"),
                Stage = SyncStage.DevicePart,
                Method = WriteMethod.Patch,
                DependsOn = ["secondary/REC-B1/10.0.0.5"],
                Detail = "two values",
                Properties =
                [
                    new ChangedProperty("stream[b]", new ListValue([Scalar.True, Scalar.Null]), new GroupValue(PropertyBag.Empty.With("FPS", Scalar.Number(0.6))), ChangeReason.TargetDrifted)
                    {
                        Base = new Reference(Source(ItemKind.Storage, "s1")),
                        Detail = "changed by hand",
                    },
                    new ChangedProperty("stream[a].streamReferenceId", new Reference(Target(ItemKind.DeviceStream, "c2/x")), null, ChangeReason.SourceChanged),
                    new ChangedProperty("password", Scalar.Text("never"), Scalar.Text("written"), ChangeReason.SourceChanged) { IsSensitive = true },
                ],
            },
            new Change
            {
                Id = "primary/REC-A1/10.0.0.7#adopt",
                Address = "primary/REC-A1/10.0.0.7",
                Kind = ItemKind.Hardware,
                Name = "",
                Action = ChangeAction.Adopt,
                Reason = ChangeReason.PairFound,
                Site = "a",
                Stage = SyncStage.Lifecycle,
            },
        ],
        Unknown = [new UnknownPart(Target(ItemKind.Settings, "c9"), "secondary/REC-B1/10.0.0.9/camera[0]/settings", Time, "time-out")],
        Guards = [new GuardResult("DeletePercent", "too many", ["x", "y"]), new GuardResult("DirectionChanged", "turned", [])],
        Summary = new PlanSummary { Create = 1, Update = 2, Delete = 3, Move = 4, Replace = 5, Adopt = 6, Conflict = 7, Unsupported = 8, Drift = 9, Unknown = 10, Unprotected = 11, Compared = 12 },
    };
}
