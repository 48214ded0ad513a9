namespace RMF.Simulator.Tests.Faults;

public sealed class FaultFileTests
{
    [Fact]
    public void File_lists_faults()
    {
        var faults = FaultFile.Parse("""
            faults:
              - { kind: latency, path: "/cameras*", delay: 200ms, jitter: 0.5s, probability: 0.25 }
              - { kind: ErrorStatus, status: 502, html: true, method: patch, skip: 2, count: 3 }
              - { kind: recorderOffline, target: REC-A1 }
              - { kind: clockSkew, delay: -2h }
            """);

        Assert.Equal(
            [
                new Fault { Kind = FaultKind.Latency, Path = "/cameras*", Delay = TimeSpan.FromMilliseconds(200), Jitter = TimeSpan.FromMilliseconds(500), Probability = 0.25 },
                new Fault { Kind = FaultKind.ErrorStatus, Status = 502, Html = true, Method = "PATCH", Skip = 2, Count = 3 },
                Fault.RecorderOffline("REC-A1"),
                Fault.ClockSkew(TimeSpan.FromHours(-2)),
            ],
            faults);
    }

    [Theory]
    [InlineData("faults: [{ kind: latensy }]", "f.yaml:1:18: 'latensy' is no kind of fault. Did you mean 'Latency'?")]
    [InlineData("faults: [{ kind: stall, pth: x }]", "f.yaml:1:25: 'pth' is not known here. Did you mean 'path'?")]
    [InlineData("faults: [{ kind: latency, delay: 5 }]", "'5' is not a time")]
    [InlineData("faults: [{ kind: errorStatus, status: 404 }]", "The status 404 is none of 500, 502, 503, 504.")]
    [InlineData("faults: [{ kind: recorderOffline }]", "RecorderOffline needs a target.")]
    [InlineData("faults: [{ kind: stall, probability: 2 }]", "A probability runs from 0 to 1.")]
    [InlineData("fault: []", "'faults' is missing here.")]
    public void Wrong_file_is_refused_with_its_place(string yaml, string message) =>
        Assert.Contains(message, Assert.Throws<WorldException>(() => FaultFile.Parse(yaml, "f.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Fault_that_could_do_nothing_is_refused_by_the_site()
    {
        await using var test = await TestSite.StartAsync();

        Assert.Throws<ArgumentException>(() => test.Site.Faults.Add(new Fault { Kind = FaultKind.CameraUnreachable }));
    }
}
