using RMF.Testing;

namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// Drives a simulated site of each personality once, over a socket, and keeps every answer for the tests to judge. Without
/// the document it does nothing.
/// </summary>
public sealed class ContractRun : IAsyncLifetime
{
    private static readonly Personality[] Personalities = [Personality.V2025R1, Personality.V2025R2];

    private readonly List<Exchange> exchanges = [];
    private readonly List<(Exchange Exchange, Finding Finding)> faults = [];
    private readonly List<string> unknownTasks = [];
    private ContractDocument? document;
    private ContractCheck? check;

    public DeviationTable Table { get; } = new(Deviations.Rows);

    public ContractDocument Document => document ?? throw new InvalidOperationException("There is no document.");

    public ContractCheck Check => check ?? throw new InvalidOperationException("There is no document.");

    /// <summary>Every answer, in the order in which they came.</summary>
    public IReadOnlyList<Exchange> Exchanges => exchanges;

    public IReadOnlyList<(Exchange Exchange, Finding Finding)> Faults => faults;

    /// <summary>Tasks that a site offered and the drive did not know.</summary>
    public IReadOnlyList<string> UnknownTasks => unknownTasks;

    /// <summary>One good answer of each operation, shape and status of whichever personality, the longest of them: the ones worth spoiling.</summary>
    public IReadOnlyList<Exchange> Representatives { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (ContractFactAttribute.DocumentPath is not { } path)
        {
            return;
        }

        document = ContractDocument.Load(path);
        check = new ContractCheck(document, Table);
        foreach (var personality in Personalities)
        {
            await DriveAsync(personality);
        }

        foreach (var exchange in exchanges)
        {
            faults.AddRange(check.Judge(exchange).Select(finding => (exchange, finding)));
        }

        var bad = faults.Select(fault => fault.Exchange).ToHashSet();
        Representatives = [.. exchanges.Where(exchange => !bad.Contains(exchange))
            .GroupBy(exchange => (document.Find(exchange.Verb, exchange.Path), exchange.Options.Shape, exchange.Status))
            .Select(same => same.MaxBy(exchange => exchange.Body.Length)!)];
    }

    public Task DisposeAsync()
    {
        document?.Dispose();
        return Task.CompletedTask;
    }

    private async Task DriveAsync(Personality personality)
    {
        var clock = new ManualTimeProvider();
        var world = World.Parse(ContractWorld.Yaml, "contract.yaml");
        await using var site = new SimulatedSite(world.Sites[0], new SimulatorOptions { TimeProvider = clock, Personality = personality });
        await site.ListenAsync();
        using var connection = new SiteConnection(site.BaseUri, personality.ToString());
        await connection.LogInAsync(site.BasicUser, site.Password);
        await connection.SendAsync("POST", "/mipKinds", "", CreateDrive.MipKind().ToJsonString());
        await DriveAsync(connection, clock.Advance);
        exchanges.AddRange(connection.Exchanges);
    }

    private async Task DriveAsync(SiteConnection connection, Action<TimeSpan> advance)
    {
        var drive = new DriveContext(connection, Document, new KnownItems(), advance);
        await ReadDrive.RunAsync(drive);
        var tasks = new TaskDrive(drive);
        await tasks.RunAsync();
        unknownTasks.AddRange(tasks.Unknown);
        await UpdateDrive.RunAsync(drive);
        await CreateDrive.RunAsync(drive);

        // Tasks have moved things and writes have made some: what follows starts from what is there now.
        var after = new DriveContext(connection, Document, new KnownItems(), advance);
        await ReadDrive.RunAsync(after);
        await DeleteDrive.RunAsync(after);
        await ErrorDrive.RunAsync(after);
    }
}
