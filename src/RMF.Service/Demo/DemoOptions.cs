namespace RMF.Service.Demo;

/// <summary>What the demo was asked for.</summary>
/// <param name="Json">Print one JSON object instead of text.</param>
/// <param name="World">A name of examples/worlds, or a file. Default <c>harbour</c>.</param>
/// <param name="Policy">The policy's file; null = examples/policies/harbour.yaml.</param>
internal sealed record DemoOptions(bool Json, string World, string? Policy)
{
    /// <summary>Null when an argument is not understood.</summary>
    public static DemoOptions? Parse(string[] args)
    {
        var options = new DemoOptions(false, "harbour", null);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--world" when i + 1 < args.Length:
                    options = options with { World = args[++i] };
                    break;
                case "--policy" when i + 1 < args.Length:
                    options = options with { Policy = args[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
