using System.Collections.Concurrent;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Reading;

namespace RMF.XProtect;

/// <summary>What reader, writer and capabilities of one logged-in site share. Thread-safe.</summary>
/// <param name="Gateway">Sends requests.</param>
internal sealed record SiteSession(Gateway Gateway)
{
    public SiteConnection Connection => Gateway.Link.Connection;

    public string Site => Connection.Name;

    public SiteErrors Errors => Gateway.Link.Errors;

    public TimeProvider Time => Gateway.Link.Time;

    public ParseContext Parsing { get; } = new(Gateway.Link.Connection.Name);

    public DefinitionCache Definitions { get; } = new();

    /// <summary>Names of the roles in scope, by id; the administrators' is not in it, because it may do everything.</summary>
    public ConcurrentDictionary<string, string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Which roles are in scope, by name.</summary>
    public Func<string, bool> RoleScope { get; set; } = static _ => true;

    /// <summary>Kinds that this server turned out not to give, with the reason.</summary>
    public ConcurrentDictionary<ItemKind, string> Refused { get; } = new();

    /// <summary>Of kinds whose items stand below items of their own kind: whether this server makes one there. A kind that is missing could not be asked yet.</summary>
    public ConcurrentDictionary<ItemKind, bool> MakesBelow { get; } = new();

    /// <summary>Remembers that a server has no such resource; true when that is what the error says.</summary>
    public bool NoteUnknownResource(ItemKind kind, SiteError error)
    {
        if (error.Kind != SiteErrorKind.NotFound || error.Message.IndexOf("Unknown resource", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return false;
        }

        Refused[kind] = $"This XProtect release does not have it: {error.Message}";
        return true;
    }
}
