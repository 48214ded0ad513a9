using System.Diagnostics;

namespace RMF.SmartClient.Host.Measuring;

/// <summary>Measures what this process takes between two moments.</summary>
internal sealed class ProcessMeter
{
    private readonly Process process = Process.GetCurrentProcess();
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly TimeSpan cpuBefore;

    public ProcessMeter() => cpuBefore = process.TotalProcessorTime;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(began);

    /// <summary>Processors' time in percent of one processor.</summary>
    public double CpuPercent
    {
        get
        {
            process.Refresh();
            return (process.TotalProcessorTime - cpuBefore) / Elapsed * 100;
        }
    }

    public double WorkingSetMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }
}
