namespace RMF.SmartClient.Model.Hosting;

/// <summary>What a request for an assembly is answered with: at most one of the three. Immutable.</summary>
public readonly record struct AssemblyAnswer
{
    /// <summary>The place, in the list of loaded assemblies, of the one that serves.</summary>
    public int? Loaded { get; private init; }

    /// <summary>The full path of a file of the plugin's folder to load.</summary>
    public string? File { get; private init; }

    /// <summary>The full name of an assembly of the framework to load instead.</summary>
    public string? Framework { get; private init; }

    /// <summary>True when the request is none of the plugin's business, or nothing here serves.</summary>
    public bool IsNone => Loaded is null && File is null && Framework is null;

    internal static AssemblyAnswer OfLoaded(int place) => new() { Loaded = place };

    internal static AssemblyAnswer OfFile(string file) => new() { File = file };

    internal static AssemblyAnswer OfFramework(string name) => new() { Framework = name };
}
