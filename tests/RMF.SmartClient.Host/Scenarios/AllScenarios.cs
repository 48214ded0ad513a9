namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The scenarios, in the order in which they are played.</summary>
internal static class AllScenarios
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new LogInScenario(),
        new BuiltInViewerScenario(),
        new RecorderKilledScenario(),
        new RefusedScenario(),
        new CameraLostScenario(),
        new OptionsScenario(),
        new RecordedPicturesScenario(),
        new PlaybackScenario(),
        new HandsScenario(),
        new WallOfViewersScenario(),
        new PluginLoadedScenario(),
        new PluginSetupScenario(),
        new PluginFailoverScenario(),
        new PluginStallScenario(),
        new PluginRefusedScenario(),
        new PluginCameraLostScenario(),
        new PluginBothLostScenario(),
        new PluginButtonsScenario(),
        new PluginSettingsScenario(),
        new PluginPlaybackScenario(),
        new PluginOwnTimeScenario(),
        new PluginActionsScenario(),
        new PluginPresetsScenario(),
        new PluginSnapshotScenario(),
        new PluginExportScenario(),
        new PluginMovedSitesScenario(),
        new PluginWallScenario(),
    ];
}
