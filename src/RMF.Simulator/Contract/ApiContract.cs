using System.Collections.Frozen;

namespace RMF.Simulator.Contract;

/// <summary>The whole interface table. Immutable and thread-safe.</summary>
internal sealed class ApiContract
{
    private static readonly Lazy<ApiContract> Loaded = new(() => ContractReader.Read(EmbeddedText.Read("Contract.contract.yaml"), "contract.yaml"));

    private readonly FrozenDictionary<string, ResourceContract> byName;

    public ApiContract(IReadOnlyList<ResourceContract> resources, IReadOnlyDictionary<string, SettingSet> blocks)
    {
        Resources = resources;
        Blocks = blocks;
        byName = resources.ToFrozenDictionary(r => r.Name, StringComparer.OrdinalIgnoreCase);
    }

    public static ApiContract Current => Loaded.Value;

    public IReadOnlyList<ResourceContract> Resources { get; }

    /// <summary>Nested objects whose members the interface fixes; those of settings come from the device's model.</summary>
    public IReadOnlyDictionary<string, SettingSet> Blocks { get; }

    public ResourceContract? Find(string name) => byName.GetValueOrDefault(name);

    /// <exception cref="KeyNotFoundException">The table has no such resource: a mistake of the caller, not of a request.</exception>
    public ResourceContract Resource(string name) => byName[name];
}
