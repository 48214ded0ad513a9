using System.Text;

namespace RMF.SmartClient.Tests.Members;

/// <summary>The page docs/mip-members.md, from what the plugin uses.</summary>
internal static class MipPage
{
    private const string Introduction = """
        # What the plugin uses of Milestone's assembly

        Written by a test from the compiled plugin; see [the end](#how-this-page-is-made). `VideoOS.Platform.dll` comes with XProtect Smart Client, and the project
        has it not: the plugin is compiled against a stand-in of our own. Each type and member below must therefore be in Milestone's assembly
        by that name. "yes" means that one of Milestone's public samples uses it; "no" that none was found which does, so that it rests on our reading of
        documentation or on the types of others. Look at those first when a Smart Client does not load the plugin.

        """;

    private const string Literals = """

        ## Numbers and texts that are compiled in

        A compiler writes the values of enumerations and constants into the plugin. These are the stand-in's, and no public source tells Milestone's. A plugin for
        daily use is to be built against Milestone's own package, which puts the real ones in: `dotnet build src/RMF.SmartClient /p:RmfMipSdk=true`.

        | Name | Value in the stand-in |
        |---|---|

        """;

    private const string End = """

        ## How this page is made

        `tests/RMF.SmartClient.Tests/Members` reads the plugin as data: what it refers to, and what its classes override of Milestone's. Constants and
        enumerations are found in the source, because they leave no trace in the file. What public samples show is in `MipContract.txt` there. When the test says
        that this page is not up to date, run the tests once with `RMF_APPROVE=1`, and read the difference: a new "no" is a risk that somebody has to want.

        """;

    public static string Write(MipUse use, MipSurface surface, MipContract contract)
    {
        var page = new StringBuilder(Introduction);
        var unseen = use.Members.Count(m => !contract.Knows(m));
        page.Append(FormattableString.Invariant($"{use.Members.Count} types and members, {unseen} of them never seen in a public sample.\n\n| Member | In a public sample |\n|---|---|\n"));
        foreach (var member in use.Members)
        {
            page.Append(FormattableString.Invariant($"| `{member}` | {(contract.Knows(member) ? "yes" : "**no**")} |\n"));
        }

        page.Append(Literals);
        foreach (var literal in use.Literals)
        {
            page.Append(FormattableString.Invariant($"| `{literal}` | `{surface.Literals[literal]}` |\n"));
        }

        return page.Append(End).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The members of a page, with its word on each.</summary>
    public static IReadOnlySet<string> RowsOf(string page)
        => page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
}
