using System.Management.Automation;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Runs;

/// <summary>
/// What a cmdlet was asked for, by name, id or object, and which of it was found. Twelve thousand cameras from the pipeline are looked up,
/// not gone through. Not thread-safe.
/// </summary>
internal sealed class Selection
{
    /// <summary>Names that an error's advice lists.</summary>
    private const int NamesShown = 10;

    /// <summary>More misses than this are no typing mistakes: nobody needs a near name for each.</summary>
    private const int MostGuesses = 20;

    private readonly string noun;
    private readonly List<ItemSelector> exact = [];
    private readonly List<ItemSelector> patterns = [];
    private readonly Dictionary<string, ItemSelector> byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ItemSelector> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ItemSelector> found = [];

    /// <param name="noun">For messages: Camera, Hardware, Recorder or Site.</param>
    public Selection(string noun) => this.noun = noun;

    /// <summary>True when nothing was named, which means everything.</summary>
    public bool IsEverything => exact.Count == 0 && patterns.Count == 0;

    public void Add(IEnumerable<ItemSelector> selectors)
    {
        foreach (var selector in selectors)
        {
            if (selector.IsPattern)
            {
                patterns.Add(selector);
                continue;
            }

            exact.Add(selector);
            foreach (var id in selector.Ids)
            {
                byId[id] = selector;
            }

            // A plain name means every item of that name, an object only itself.
            if (selector.Ids.Count == 0 || !byName.ContainsKey(selector.Text))
            {
                byName[selector.Text] = selector;
            }
        }
    }

    /// <summary>True when the item is meant. Everything is, when nothing was named.</summary>
    /// <param name="name">The item's name.</param>
    /// <param name="id">Its id; empty where only the name is known, which then decides.</param>
    public bool Includes(string name, string id = "")
    {
        if (IsEverything || (id.Length > 0 && byId.TryGetValue(id, out var known) && Found(known)))
        {
            return true;
        }

        // A selector that has ids means those and no other item of the same name.
        if (byName.TryGetValue(name, out var named) && (named.Ids.Count == 0 || id.Length == 0))
        {
            return Found(named);
        }

        var pattern = patterns.Find(p => p.Matches(name, id));
        return pattern is not null && Found(pattern);
    }

    /// <summary>An error for each exact name, id or object that no item was found for.</summary>
    /// <param name="known">The names that there are.</param>
    public IReadOnlyList<ErrorRecord> Missing(IEnumerable<string> known)
    {
        var missing = exact.Where(s => !found.Contains(s) && !s.Ids.Any(id => found.Contains(byId[id])) && !found.Contains(byName[s.Text])).ToList();
        if (missing.Count == 0)
        {
            return [];
        }

        var names = known.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(n => n, StringComparer.Ordinal).ToList();
        var few = string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? " and others" : string.Empty);
        return missing.ConvertAll(s => RmfErrorRecord.Create(
            noun switch
            {
                "Site" => "SiteUnknown",
                "Camera" => "CameraNotFound",
                "Hardware" => "HardwareNotFound",
                "Recorder" => "RecorderNotFound",
                "Device" => "DeviceNotFound",
                _ => throw new ArgumentOutOfRangeException(nameof(noun), noun, "no such kind of selection"),
            },
            ErrorCategory.ObjectNotFound,
            $"There is no {noun.ToLowerInvariant()} '{s.Text}' here.",
            (missing.Count <= MostGuesses ? Nearest.To(s.Text, names) : null) is { } near ? $"Did you mean '{near}'?" : names.Count == 0 ? "There is none at all." : $"There are: {few}. Wildcards are allowed.",
            s.Source ?? s.Text));
    }

    private bool Found(ItemSelector selector)
    {
        found.Add(selector);
        return true;
    }
}
