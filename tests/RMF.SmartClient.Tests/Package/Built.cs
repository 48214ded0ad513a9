using System.Reflection;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Package;

/// <summary>What the build made, beside the tests themselves.</summary>
internal static class Built
{
    /// <summary>The plugin's package.</summary>
    public static string Package => Repository.PathOf("out", "plugin", "Rmf");

    /// <summary>The plugin.</summary>
    public static string Plugin => Path.Combine(Package, "RMF.SmartClient.dll");

    /// <summary>The stand-in for Milestone's assembly.</summary>
    public static string StandIn => Repository.PathOf("tests", "RMF.SmartClient.Platform", "bin", Metadata("Configuration"), "net472", "VideoOS.Platform.dll");

    /// <summary>The reference assemblies of .NET Framework 4.7.2.</summary>
    public static string Framework => Metadata("FrameworkReferences");

    /// <summary>The version of the build.</summary>
    public static string Version => Metadata("Version");

    private static string Metadata(string key)
        => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
