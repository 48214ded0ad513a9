namespace RMF.Policy.Yaml;

/// <summary>A place for a value: what counts there, and where it is written, which differs for an alias.</summary>
/// <param name="Value">The value; for an alias, that of its anchor.</param>
/// <param name="Start">Offset at which the place's own text begins.</param>
/// <param name="End">Offset after the place's own text.</param>
/// <param name="IsAlias">Whether an alias stands there.</param>
internal readonly record struct NodeSlot(PolicyNode Value, int Start, int End, bool IsAlias);
