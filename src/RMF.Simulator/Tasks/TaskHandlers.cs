namespace RMF.Simulator.Tasks;

/// <summary>Which class carries out which task of the contract. A test holds the two lists together.</summary>
internal static class TaskHandlers
{
    private static readonly ChangeDeviceRecordingStorageTask ChangeStorage = new();

    private static readonly ChangeSecurityPermissionsTask ChangePermissions = new();
    private static readonly ManualRecordingTask StartRecording = new(on: true);
    private static readonly ManualRecordingTask StopRecording = new(on: false);
    private static readonly SucceedTask Succeed = new();

    public static IReadOnlyDictionary<string, ITaskHandler> All { get; } = new Dictionary<string, ITaskHandler>(StringComparer.Ordinal)
    {
        ["recordingServers/AddHardware"] = new AddHardwareTask(),
        ["hardware/ReadPasswordHardware"] = new ReadPasswordHardwareTask(),
        ["hardware/ChangePasswordHardware"] = new ChangePasswordHardwareTask(),
        ["hardware/MoveHardware"] = new MoveHardwareTask(),
        ["hardware/ReplaceHardware"] = new ReplaceHardwareTask(),
        ["cameras/JpegGetLive"] = new JpegGetLiveTask(),
        ["cameras/RetrieveEdgeStorage"] = new RetrieveEdgeStorageTask(),
        ["cameras/GetSequences"] = new GetSequencesTask(),
        ["cameras/ChangeDeviceRecordingStorage"] = ChangeStorage,
        ["cameras/StartRecording"] = StartRecording,
        ["cameras/StopRecording"] = StopRecording,
        ["microphones/StartRecording"] = StartRecording,
        ["microphones/StopRecording"] = StopRecording,
        ["speakers/StartRecording"] = StartRecording,
        ["speakers/StopRecording"] = StopRecording,
        ["metadata/StartRecording"] = StartRecording,
        ["metadata/StopRecording"] = StopRecording,
        ["microphones/ChangeDeviceRecordingStorage"] = ChangeStorage,
        ["speakers/ChangeDeviceRecordingStorage"] = ChangeStorage,
        ["metadata/ChangeDeviceRecordingStorage"] = ChangeStorage,
        ["cameras/ChangeSecurityPermissions"] = ChangePermissions,
        ["microphones/ChangeSecurityPermissions"] = ChangePermissions,
        ["speakers/ChangeSecurityPermissions"] = ChangePermissions,
        ["metadata/ChangeSecurityPermissions"] = ChangePermissions,
        ["inputEvents/ChangeSecurityPermissions"] = ChangePermissions,
        ["outputs/ChangeSecurityPermissions"] = ChangePermissions,
        ["viewGroups/ChangeSecurityPermissions"] = ChangePermissions,
        ["roles/ChangeOverallSecurityPermissions"] = new ChangeOverallSecurityPermissionsTask(),
        ["users/AddRoleMember"] = new AddRoleMemberTask(),
        ["users/RemoveRoleMember"] = new RemoveRoleMemberTask(),
        ["storages/SetStorageAsDefault"] = new SetStorageAsDefaultTask(),
        ["storages/GetDevicesUsingStorage"] = new GetDevicesUsingStorageTask(),
        ["streams/AddStream"] = new AddStreamTask(),
        ["streams/RemoveStream"] = new RemoveStreamTask(),
        ["ptzPresets/Goto"] = new GotoPresetTask(),
        ["ptzPresets/DefaultPtzPreset"] = new DefaultPtzPresetTask(),
        ["ptzPresets/GetDevicePresets"] = Succeed,
        ["patrollingProfiles/AddPatrollingEntry"] = new AddPatrollingEntryTask(),
        ["patrollingProfiles/RemovePatrollingEntry"] = new RemovePatrollingEntryTask(),
        ["mipKinds/GetMIPOptionProperty"] = new GetOptionTask(),
        ["mipKinds/SetMIPOptionProperty"] = new SetOptionTask(),
        ["outputs/Trigger"] = Succeed,
        ["outputs/Activate"] = Succeed,
        ["outputs/Deactivate"] = Succeed,
    };
}
