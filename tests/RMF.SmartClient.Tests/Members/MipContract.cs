using RMF.Testing;

namespace RMF.SmartClient.Tests.Members;

/// <summary>What public samples show of Milestone's assembly, as MipContract.txt holds it.</summary>
internal sealed class MipContract
{
    private readonly Dictionary<string, IReadOnlyList<string>> types = new(StringComparer.Ordinal);

    private MipContract(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            types.Add(line[..colon], line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Types => types;

    public static MipContract Read() => new(File.ReadLines(Repository.PathOf("tests", "RMF.SmartClient.Tests", "Members", "MipContract.txt")));

    /// <summary>Whether a public sample shows it. A type whose nested types are shown is shown.</summary>
    public bool Knows(MipMember member)
    {
        var type = member.ShortType;
        return member.Name.Length == 0 ? types.ContainsKey(type) : types.TryGetValue(type, out var names) && names.Contains(member.Name, StringComparer.Ordinal);
    }
}
