using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The primary's recorder loses a camera that the secondary still has.</summary>
internal sealed class PluginCameraLostScenario : PluginScenario
{
    public override string Name => "plugin-camera-lost";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Gate 1");
        await Task.Delay(2000);
        stage.Lab.Primary.Server.Faults.Add(Fault.CameraUnreachable("10.20.11.21"));
        await AllShowAsync(stage, Secondary, "the tile shows the secondary", TimeSpan.FromSeconds(6));
        stage.Lab.Primary.Server.Faults.Clear();
        await AllShowAsync(stage, Primary, "it goes home when the camera is back", TimeSpan.FromSeconds(40));
    }
}
