using System.Management.Automation;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.Simulator;

namespace RMF.PowerShell.Simulation;

/// <summary>Makes simulated sites fail, or changes what they hold behind their clients' back.</summary>
[Cmdlet(VerbsCommon.Set, "RmfSimulator", SupportsShouldProcess = true, DefaultParameterSetName = Faults)]
[OutputType(typeof(RmfSimulator))]
public sealed class SetRmfSimulator : SimulatorCmdlet
{
    private const string Faults = "Fault";
    private const string Change = "Change";
    private const string Gap = "RecordingGap";
    private const string Fill = "RecordingFill";
    private const string OnDevice = "EdgeGap";

    /// <summary>Takes all faults away, before others are set.</summary>
    [Parameter(ParameterSetName = Faults)]
    public SwitchParameter ClearFault { get; set; }

    /// <summary>Each answer is so much later.</summary>
    [Parameter(ParameterSetName = Faults)]
    [DurationArgument]
    public TimeSpan? Latency { get; set; }

    /// <summary>What happens to requests, or to live streams.</summary>
    [Parameter(ParameterSetName = Faults)]
    public SimulatorFault? Fault { get; set; }

    /// <summary>Only requests of this HTTP method.</summary>
    [Parameter(ParameterSetName = Faults)]
    public string? Method { get; set; }

    /// <summary>Only requests to these paths, e.g. /cameras*.</summary>
    [Parameter(ParameterSetName = Faults)]
    public string? RequestPath { get; set; }

    /// <summary>How often it strikes.</summary>
    [Parameter(ParameterSetName = Faults)]
    [ValidateRange(1, int.MaxValue)]
    public int? Count { get; set; }

    /// <summary>The chance that it strikes, 0 to 1.</summary>
    [Parameter(ParameterSetName = Faults)]
    [ValidateRange(0.0, 1.0)]
    public double Probability { get; set; } = 1;

    /// <summary>The status of an ErrorStatus.</summary>
    [Parameter(ParameterSetName = Faults)]
    [ValidateSet("500", "502", "503", "504")]
    public string Status { get; set; } = "503";

    /// <summary>Recording servers or cameras whose streams a fault strikes, or recording servers whose own requests it strikes, by name or id. Default: all.</summary>
    [Parameter(ParameterSetName = Faults)]
    [Alias("Recorder")]
    public string[] Target { get; set; } = [];

    /// <summary>How much later frames come, for StreamSlow.</summary>
    [Parameter(ParameterSetName = Faults)]
    [DurationArgument]
    public TimeSpan Delay { get; set; }

    /// <summary>How unevenly frames come, for StreamJitter: the sigma of a normal distribution.</summary>
    [Parameter(ParameterSetName = Faults)]
    [DurationArgument]
    public TimeSpan Jitter { get; set; }

    /// <summary>For StreamThrottle.</summary>
    [Parameter(ParameterSetName = Faults)]
    [ValidateRange(1, int.MaxValue)]
    public int BytesPerSecond { get; set; } = 10_000;

    /// <summary>Recording servers that are away.</summary>
    [Parameter(ParameterSetName = Faults)]
    public string[] RecorderOffline { get; set; } = [];

    /// <summary>Addresses of devices that the recorders do not reach.</summary>
    [Parameter(ParameterSetName = Faults)]
    public string[] CameraUnreachable { get; set; } = [];

    /// <summary>A YAML file of faults.</summary>
    [Parameter(ParameterSetName = Faults)]
    public string? FaultPath { get; set; }

    /// <summary>The object to change, by name or id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Change)]
    [Parameter(Mandatory = true, ParameterSetName = Gap)]
    [Parameter(Mandatory = true, ParameterSetName = Fill)]
    [Parameter(Mandatory = true, ParameterSetName = OnDevice)]
    [Alias("Camera", "Hardware")]
    public string Item { get; set; } = "";

    /// <summary>What kind of object it is, in the words of the REST interface.</summary>
    [Parameter(ParameterSetName = Change)]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public string Resource { get; set; } = "cameras";

    /// <summary>The property, e.g. enabled or stream[0].FPS.</summary>
    [Parameter(ParameterSetName = Change)]
    public string? Property { get; set; }

    /// <summary>Its new value.</summary>
    [Parameter(ParameterSetName = Change)]
    public object? Value { get; set; }

    /// <summary>Removes the object instead.</summary>
    [Parameter(ParameterSetName = Change)]
    public SwitchParameter Remove { get; set; }

    /// <summary>Takes away what is recorded of a camera from one time to another.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Gap)]
    public SwitchParameter RecordingGap { get; set; }

    /// <summary>Fills such a gap.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Fill)]
    public SwitchParameter RecordingFill { get; set; }

    /// <summary>Takes away what the camera has stored itself, so that retrieving it brings nothing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OnDevice)]
    public SwitchParameter EdgeGap { get; set; }

    /// <summary>The beginning of the gap.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Gap)]
    [Parameter(Mandatory = true, ParameterSetName = Fill)]
    [Parameter(Mandatory = true, ParameterSetName = OnDevice)]
    public DateTimeOffset From { get; set; }

    /// <summary>The end of the gap.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Gap)]
    [Parameter(Mandatory = true, ParameterSetName = Fill)]
    [Parameter(Mandatory = true, ParameterSetName = OnDevice)]
    public DateTimeOffset To { get; set; }

    /// <summary>Gives the site.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var simulator in Selected())
        {
            try
            {
                switch (ParameterSetName)
                {
                    case Change:
                        Edit(simulator);
                        break;
                    case Gap or Fill or OnDevice:
                        EditRecordings(simulator);
                        break;
                    default:
                        SetFaults(simulator);
                        break;
                }
            }
            catch (Exception exception) when (exception is ArgumentException or WorldException or FileNotFoundException)
            {
                var message = exception.Message.Split(" (Parameter", 2)[0];
                WriteError(RmfErrorRecord.Create("SimulatorRefused", ErrorCategory.InvalidArgument, message, "See the examples of Get-Help Set-RmfSimulator.", simulator, exception));
                continue;
            }

            if (PassThru)
            {
                WriteObject(simulator);
            }
        }
    }

    private void Edit(RmfSimulator simulator)
    {
        if (Remove)
        {
            if (ShouldProcess($"{simulator.Site}: {Resource} {Item}", "Remove") && !simulator.Simulated.Data.Remove(Resource, Item))
            {
                throw new ArgumentException($"{simulator.Site} has no one '{Item}' among its {Resource}.", nameof(simulator));
            }
        }
        else if (Property is null || Value is null)
        {
            throw new ArgumentException("Give -Property and -Value, or -Remove.", nameof(simulator));
        }
        else if (ShouldProcess($"{simulator.Site}: {Resource} {Item}", $"Set {Property} to {Value}"))
        {
            simulator.Simulated.Data.Set(Resource, Item, Property, Plain(Value));
        }
    }

    private void EditRecordings(RmfSimulator simulator)
    {
        var what = ParameterSetName switch
        {
            Gap => "Take recordings away",
            Fill => "Add recordings",
            _ => "Take away what the camera stored",
        };
        if (!ShouldProcess($"{simulator.Site}: camera {Item}", $"{what} from {From.UtcDateTime:u} to {To.UtcDateTime:u}"))
        {
            return;
        }

        var recordings = simulator.Simulated.Recordings;
        Action<string, DateTimeOffset, DateTimeOffset> edit = ParameterSetName switch
        {
            Gap => recordings.Remove,
            Fill => recordings.Add,
            _ => recordings.LoseOnDevice,
        };
        edit(Item, From, To);
    }

    private void SetFaults(RmfSimulator simulator)
    {
        var wanted = Wanted().ToList();
        var action = (ClearFault ? "Clear faults; " : "") + string.Join("; ", wanted.Select(f => $"Set {FaultText.Of(f)}"));
        if ((!ClearFault && wanted.Count == 0) || !ShouldProcess(simulator.Site, action.TrimEnd(' ', ';')))
        {
            return;
        }

        if (ClearFault)
        {
            simulator.Simulated.Faults.Clear();
        }

        simulator.Simulated.Faults.AddRange(wanted);
    }

    private IEnumerable<Fault> Wanted()
    {
        if (Latency is { } latency)
        {
            yield return RMF.Simulator.Fault.Latency(latency) with { Method = Method, Path = RequestPath, Probability = Probability, Count = Count };
        }

        if (Fault is { } fault)
        {
            var made = new Fault
            {
                Kind = Enum.Parse<FaultKind>(fault.ToString()),
                Method = Method,
                Path = RequestPath,
                Count = Count,
                Probability = Probability,
                Status = int.Parse(Status, System.Globalization.CultureInfo.InvariantCulture),
                Delay = Delay,
                Jitter = Jitter,
            };
            made = made.Kind == FaultKind.StreamThrottle ? made with { BytesPerSecond = BytesPerSecond } : made;
            if (Target.Length == 0)
            {
                yield return made;
            }

            foreach (var target in Target)
            {
                yield return made with { Target = target };
            }
        }

        foreach (var recorder in RecorderOffline)
        {
            yield return RMF.Simulator.Fault.RecorderOffline(recorder);
        }

        foreach (var address in CameraUnreachable)
        {
            yield return RMF.Simulator.Fault.CameraUnreachable(address);
        }

        foreach (var listed in FaultPath is null ? [] : FaultFile.Load(ResolvePath(FaultPath)))
        {
            yield return listed;
        }
    }

    // PowerShell wraps values, and its whole numbers are Int32.
    private static object Plain(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        int number => (long)number,
        var other => other,
    };
}
