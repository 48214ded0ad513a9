using System.Management.Automation;
using System.Net.Sockets;
using RMF.Core.Words;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.Simulator;

namespace RMF.PowerShell.Simulation;

/// <summary>Starts simulated XProtect sites on loopback ports, inside this process.</summary>
[Cmdlet(VerbsLifecycle.Start, "RmfSimulator", SupportsShouldProcess = true, DefaultParameterSetName = FromWorld)]
[OutputType(typeof(RmfSimulator))]
public sealed class StartRmfSimulator : AsyncRmfCmdlet
{
    private const string FromWorld = "World";
    private const string Generated = "Generated";

    private RunningSimulators running = null!;
    private string? faultFile;
    private string world = "";

    /// <summary>A world's name, a world file, or a CSV that Export-VmsHardware wrote.</summary>
    [Parameter(Position = 0, ParameterSetName = FromWorld)]
    public string World { get; set; } = "harbour";

    /// <summary>Makes up a world with so many cameras a site instead.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Generated)]
    [ValidateRange(1, WorldShape.CamerasLimit)]
    public int Camera { get; set; }

    /// <summary>The share of devices that the secondary lacks, 0 to 1.</summary>
    [Parameter(ParameterSetName = Generated)]
    [ValidateRange(0.0, 1.0)]
    public double Missing { get; set; }

    /// <summary>The share of devices that the secondary has set up differently, 0 to 1.</summary>
    [Parameter(ParameterSetName = Generated)]
    [ValidateRange(0.0, 1.0)]
    public double Drift { get; set; }

    /// <summary>Only these sites of the world, by name or side. Default: all.</summary>
    [Parameter]
    public string[]? Site { get; set; }

    /// <summary>The XProtect release to behave like.</summary>
    [Parameter]
    [ValidateSet("2023R2", "2025R1", "2025R2", "Next")]
    public string Personality { get; set; } = "2025R2";

    /// <summary>The first site's port; the next sites take the next ones. 0: free ones.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>A YAML file of faults, set on each site.</summary>
    [Parameter]
    public string? FaultPath { get; set; }

    /// <summary>Puts each site's password into the environment variable RMF_{SITE}_PASSWORD of this process.</summary>
    [Parameter]
    public SwitchParameter SetPasswordVariable { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        running = Session.Get<RunningSimulators>();
        faultFile = FaultPath is null ? null : ResolvePath(FaultPath);

        // A name stays a name; a path is PowerShell's, not the process's.
        var file = ResolvePath(World);
        world = File.Exists(file) || World.IndexOfAny(['/', '\\', '.']) >= 0 ? file : World;
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var (sites, name) = LoadSites();
        var faults = faultFile is null ? [] : Reading(() => FaultFile.Load(faultFile), faultFile);
        var port = Port;
        foreach (var site in sites)
        {
            var own = port == 0 ? 0 : port++;
            if (running.IsRunning(site.Name))
            {
                WriteError(RmfErrorRecord.Create(
                    "SimulatorRunning",
                    ErrorCategory.ResourceExists,
                    $"A simulated site '{site.Name}' runs already in this session.",
                    $"Use it (Get-RmfSimulator {site.Name}), or end it first with Stop-RmfSimulator {site.Name}.",
                    site.Name));
            }
            else if (ShouldProcess($"{site.Name} ({Counted.Of(site.CameraCount, "camera")})", "Start simulated site"))
            {
                await StartAsync(site, name, own, faults, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task StartAsync(WorldSite site, string name, int port, IReadOnlyList<Fault> faults, CancellationToken cancellationToken)
    {
        var simulated = new SimulatedSite(site, new SimulatorOptions { TimeProvider = TimeProvider.System, Personality = Release(Personality), NewId = Guid.NewGuid });
        try
        {
            simulated.Faults.AddRange(faults);
            await simulated.ListenAsync(new ListenOptions { Port = port }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await simulated.DisposeAsync().ConfigureAwait(false);
            if (exception is not SocketException)
            {
                throw;
            }

            ThrowTerminatingError(RmfErrorRecord.Create(
                "PortTaken",
                ErrorCategory.ResourceUnavailable,
                $"The simulated site '{site.Name}' cannot listen on port {port}: {exception.Message}",
                "Choose another port, or leave -Port out for free ones.",
                port,
                exception));
        }

        var simulator = new RmfSimulator(simulated, site, name, Personality);
        running.TryAdd(simulator);
        if (SetPasswordVariable)
        {
            Environment.SetEnvironmentVariable(simulator.PasswordVariable, simulated.Password);
        }

        WriteObject(simulator);
    }

    private (IReadOnlyList<WorldSite> Sites, string Name) LoadSites()
    {
        var loaded = ParameterSetName == Generated
            ? RMF.Simulator.World.Generate(new WorldShape { Cameras = Camera, Missing = Missing, Drift = Drift })
            : Reading(() => world.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? RMF.Simulator.World.FromHardwareCsv(world) : RMF.Simulator.World.Load(world), world);
        return (Site is null ? loaded.Sites : [.. Site.Select(s => Find(loaded, s)).Distinct()], loaded.Name);
    }

    private WorldSite Find(World loaded, string name)
    {
        if (loaded.FindSite(name) is { } site)
        {
            return site;
        }

        ThrowTerminatingError(RmfErrorRecord.Create(
            "NoSuchSite",
            ErrorCategory.ObjectNotFound,
            $"The world '{loaded.Name}' has no one site '{name}'.",
            $"It has: {string.Join(", ", loaded.Sites.Select(s => s.Side is null ? s.Name : $"{s.Name} ({s.Side})"))}.",
            name));
        throw new InvalidOperationException("ThrowTerminatingError returned.");
    }

    private T Reading<T>(Func<T> read, string file)
    {
        try
        {
            return read();
        }
        catch (WorldException exception)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("WorldInvalid", ErrorCategory.InvalidData, exception.Message, "Correct the file at that line and column.", file, exception));
        }
        catch (FileNotFoundException exception)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("WorldNotFound", ErrorCategory.ObjectNotFound, exception.Message, "Give a world's name, or the path of a world file or a CSV of hardware.", file, exception));
        }

        throw new InvalidOperationException("ThrowTerminatingError returned.");
    }

    private static Personality Release(string name) => name switch
    {
        "2023R2" => RMF.Simulator.Personality.V2023R2,
        "2025R1" => RMF.Simulator.Personality.V2025R1,
        "Next" => RMF.Simulator.Personality.Next,
        _ => RMF.Simulator.Personality.V2025R2,
    };
}
