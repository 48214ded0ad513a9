using System.Text;
using Xunit.Abstractions;

namespace RMF.Benchmarks.Tests;

/// <summary>Hands whole lines to the test's output.</summary>
internal sealed class TestWriter(ITestOutputHelper output) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value == '\n')
        {
            output.WriteLine(line.ToString().TrimEnd('\r'));
            line.Clear();
        }
        else
        {
            line.Append(value);
        }
    }
}
