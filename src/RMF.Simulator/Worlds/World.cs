using RMF.Simulator.Worlds;

namespace RMF.Simulator;

/// <summary>Sites, the network they share and the seed that makes their ids. Immutable but for the network, which devices may join and leave.</summary>
public sealed partial class World
{
    public const int DefaultSeed = 1;

    /// <summary>Puts sites on one network.</summary>
    /// <param name="name">For people; not part of any id.</param>
    /// <param name="sites">Their names must differ, case-insensitively.</param>
    /// <param name="seed">Same seed, site name and path: same id, on every machine.</param>
    /// <param name="network">Devices that no recorder knows yet.</param>
    /// <param name="models">Default: <see cref="ModelCatalogue.Default"/>.</param>
    /// <exception cref="ArgumentException">Two sites have one name, a parent is no site of the world, or two different devices have one address.</exception>
    public World(string name, IEnumerable<WorldSite> sites, int seed = DefaultSeed, IEnumerable<NetworkDevice>? network = null, ModelCatalogue? models = null)
    {
        Name = name;
        Seed = seed;
        Models = models ?? ModelCatalogue.Default;
        var federation = new Federation();
        Sites = [.. sites.Select(s => s with { Network = Network, Seed = seed, Models = Models, Federation = federation })];
        if (Sites.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two sites are called '{twice.Key}'.", nameof(sites));
        }

        federation.Enter(Sites);
        foreach (var hardware in Sites.SelectMany(s => s.Recorders).SelectMany(r => r.Hardware))
        {
            if (!Network.TryConnect(hardware.Device, out var other) && (other.Mac != hardware.Mac || other.Model != hardware.Model))
            {
                throw new ArgumentException($"{hardware.Address} is {other.Model.Name} ({other.Mac}) in one place and {hardware.Model.Name} ({hardware.Mac}) in another.", nameof(sites));
            }
        }

        foreach (var device in network ?? [])
        {
            Network.Connect(device);
        }
    }

    public string Name { get; }

    public int Seed { get; }

    public IReadOnlyList<WorldSite> Sites { get; }

    public DeviceNetwork Network { get; } = new();

    public ModelCatalogue Models { get; }

    /// <summary>
    /// Reads a file, or a world of <c>examples/worlds</c> by its name (those also travel inside the assembly). A file whose name
    /// ends in <c>.csv</c> is a hardware list, see <see cref="FromHardwareCsv"/>.
    /// </summary>
    /// <exception cref="FileNotFoundException">Neither a file nor a known name; the message lists the known names.</exception>
    /// <exception cref="WorldException">The text is not a world; the message says where and why.</exception>
    public static World Load(string pathOrName)
    {
        var (text, file) = WorldFiles.Read(pathOrName);
        return file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ParseHardwareCsv(text, file) : Parse(text, file);
    }

    /// <summary>Reads a world from YAML.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">What error messages call it.</param>
    /// <exception cref="WorldException">The text is not a world; the message says where and why.</exception>
    public static World Parse(string yaml, string fileName = "world.yaml") => WorldReader.Read(yaml, fileName);

    /// <summary>A site by name, or by side where only one site has it; null where none fits.</summary>
    public WorldSite? FindSite(string nameOrSide)
    {
        if (Sites.FirstOrDefault(s => string.Equals(s.Name, nameOrSide, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return named;
        }

        var ofSide = Sites.Where(s => string.Equals(s.Side, nameOrSide, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return ofSide.Count == 1 ? ofSide[0] : null;
    }

    /// <summary>A site by name or side.</summary>
    /// <exception cref="ArgumentException">None fits, or a side has several.</exception>
    public WorldSite Site(string nameOrSide) => FindSite(nameOrSide)
        ?? throw new ArgumentException($"The world '{Name}' has no one site '{nameOrSide}'. It has {string.Join(", ", Sites.Select(s => s.Side is null ? s.Name : $"{s.Name} ({s.Side})"))}.", nameof(nameOrSide));
}
