using System.Reflection;
using System.Runtime.Versioning;
using RMF.Core.Inventory;

namespace RMF.Core.Tests;

/// <summary>Both test projects of Core test the build that they say they test.</summary>
public sealed class BuildUnderTest
{
    [Fact]
    public void This_project_runs_against_its_own_build_of_Core()
    {
#if RMF_NETSTANDARD
        const string Expected = ".NETStandard,Version=v2.0";
#else
        const string Expected = ".NETCoreApp,Version=v8.0";
#endif
        Assert.Equal(Expected, typeof(Item).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
    }
}
