using System.Collections.Concurrent;

namespace RMF.SmartClient.Host.Client;

/// <summary>What the operator may not do, set by scenarios. Thread-safe.</summary>
internal sealed class Denials
{
    private readonly ConcurrentDictionary<(Guid Item, string Action), bool> denied = new();

    public bool Has(Guid item, string action) => denied.ContainsKey((item, action));

    public void Add(Guid item, string action) => denied[(item, action)] = true;

    public void Clear() => denied.Clear();
}
