using System.Globalization;
using RMF.Simulator;

namespace RMF.PowerShell;

/// <summary>Says a fault in a few words, for tables.</summary>
internal static class FaultText
{
    public static string Of(Fault fault)
    {
        var words = new List<string> { fault.Kind.ToString() };
        Add(fault.Target);
        Add(fault.Method);
        Add(fault.Path);
        Add(fault.Kind == FaultKind.ErrorStatus ? fault.Status.ToString(CultureInfo.InvariantCulture) : null);
        Add(fault.Delay != TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{fault.Delay.TotalMilliseconds:0} ms") : null);
        Add(fault.Jitter != TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"jitter {fault.Jitter.TotalMilliseconds:0} ms") : null);
        Add(fault.BytesPerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $"{fault.BytesPerSecond} B/s") : null);
        Add(fault.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} times") : null);
        Add(fault.Probability < 1 ? fault.Probability.ToString("P0", CultureInfo.InvariantCulture) : null);
        return string.Join(' ', words);

        void Add(string? word)
        {
            if (word is not null)
            {
                words.Add(word);
            }
        }
    }
}
