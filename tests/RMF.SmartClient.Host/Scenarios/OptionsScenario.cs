using RMF.Policy.Publishing;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A plugin reads what RMF has published in the site of the log-in through the client.</summary>
internal sealed class OptionsScenario : Scenario
{
    public override string Name => "options";

    public override async Task RunAsync(Stage stage)
    {
        var head = await Task.Run(() => Configuration.Instance.GetOptionsConfiguration(PublishedOptions.Head, false));
        var read = head is null ? null : PolicyEnvelope.ReadHead(head.OuterXml);
        stage.Check("the head of the policy is an option of the site", read is not null, head?.OuterXml ?? "");
        var parts = await Task.Run(() => Enumerable.Range(0, read?.Parts ?? 0)
            .Select(i => Configuration.Instance.GetOptionsConfiguration(PublishedOptions.Part(read!.Slot, i), false)?.OuterXml ?? "").ToList());
        var policy = read is null ? null : PolicyEnvelope.Read("primary", read, parts).Policy;
        stage.Check("the policy is whole", policy?.Name == "harbour", policy?.Name ?? "");
        stage.Check("all pairs of cameras are in it", policy?.Pairs.Count == stage.Lab.Pairs.Count, $"{policy?.Pairs.Count} of {stage.Lab.Pairs.Count}");
        var never = await Task.Run(() => Configuration.Instance.GetOptionsConfiguration(Guid.NewGuid(), false));
        stage.Check("an option that was never written is null", never is null);
    }
}
