using System.Globalization;

namespace RMF.Benchmarks;

/// <summary>The few options of the commands: <c>--name value</c>.</summary>
public sealed class Arguments(IReadOnlyList<string> args)
{
    public int Number(string name, int byDefault) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : byDefault;

    public string? Text(string name)
    {
        for (var i = 0; i + 1 < args.Count; i++)
        {
            if (args[i] == name)
            {
                return args[i + 1];
            }
        }

        return null;
    }
}
